import type { Node } from 'yaml';
import { parse, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { unreadableCharacter } from '../blueprint/findUnreadable.ts';
import type { LabValue } from './labEdit.ts';

/** A value as a person would write it, for a document without a schema: there every plain value counts as text. */
export function toNode(value: LabValue): Node {
  if (typeof value === 'string') return textNode(value);
  if (value === null || typeof value !== 'object') return plain(String(value));
  if (Array.isArray(value)) return listNode(value);
  const map = new YAMLMap();
  for (const [key, inner] of Object.entries(value))
    if (inner !== undefined) map.add({ key: textNode(key), value: toNode(inner) });
  map.flow = isBrief(value);
  return map;
}

/** A network, an attachment: in one line. */
function isBrief(value: object): boolean {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return (
    entries.length <= 3 &&
    entries.every(([key, inner]) => key !== 'kind' && isShort(inner as LabValue))
  );
}

function listNode(values: readonly LabValue[]): Node {
  const list = new YAMLSeq();
  for (const value of values) list.add(toNode(value));
  list.flow = values.every(isShort);
  return list;
}

/** Names, ports and addresses stand in one line; commands each on their own. */
function isShort(value: LabValue): boolean {
  if (typeof value === 'string') return /^[\w./-]{1,40}$/.test(value);
  return typeof value === 'number' || typeof value === 'boolean';
}

function plain(text: string): Scalar {
  const node = new Scalar(text);
  node.type = Scalar.PLAIN;
  return node;
}

function textNode(text: string): Scalar {
  const node = new Scalar(text);
  node.type = quotingOf(text);
  return node;
}

function quotingOf(text: string): Scalar.Type {
  // The library writes lines of nothing but spaces as a block that is read without them.
  if (unreadableCharacter.test(text) || /^[ \t]+$/m.test(text) || text.includes('\r'))
    return Scalar.QUOTE_DOUBLE;
  if (text.includes('\n'))
    return /^[ \t\n]|\t/.test(text) ? Scalar.QUOTE_DOUBLE : Scalar.BLOCK_LITERAL;
  return readsAsText(text) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
}

/** Not `80`, `true`, `~` or `a: b`, which YAML takes for something else. */
function readsAsText(text: string): boolean {
  if (!/^[\w/.][^#:{}[\],&*!|>'"%@`\\]*$/.test(text) || text !== text.trim())
    return isPlainCommand(text);
  return parse(text) === text;
}

/** Most commands need no quotes, though they have signs that could mean something. */
function isPlainCommand(text: string): boolean {
  if (!/^[a-z/.]/i.test(text) || text !== text.trim() || /[[\]{},]/.test(text)) return false;
  try {
    return parse(text) === text;
  } catch {
    return false;
  }
}
