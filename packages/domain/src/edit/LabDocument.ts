import type { Document, Node } from 'yaml';
import { isMap, isScalar, isSeq, parseDocument, visit, YAMLMap, YAMLSeq } from 'yaml';
import { unreadableCharacter } from '../blueprint/findUnreadable.ts';
import { readYaml } from '../blueprint/readYaml.ts';
import type { Problem } from '../errors.ts';
import { LabcastError } from '../errors.ts';
import type { LabValue } from './labEdit.ts';
import { toNode } from './toNode.ts';

type Path = readonly (string | number)[];

/** The text of a lab while it is edited: comments, order and the form of what is not touched stay. */
export class LabDocument {
  readonly #document: Document;
  readonly #style: { indent: number; indentSeq: boolean };
  readonly #padding: { map: string; list: string };

  /** Throws `blueprint-invalid` for what is no YAML. What is YAML but no lab can be edited. */
  constructor(text: string) {
    const read = readYaml(text);
    if ('problems' in read) throw unreadable(read.problems);
    // Without a schema every plain value stays as it is written: `0644`, `1.50`, `~`.
    this.#document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
    if (!isMap(this.#document.contents)) throw unreadable([]);
    this.#style = styleOf(text);
    this.#padding = paddingOf(text);
  }

  /** Lines stay whole, as long as they are. */
  toString(): string {
    padBrackets(this.#document, this.#padding);
    return escapeUnreadable(this.#document.toString({ lineWidth: 0, ...this.#style }));
  }

  has(path: Path): boolean {
    return this.#document.hasIn(path);
  }

  /** As text, whatever YAML would take it for. */
  text(path: Path): string | undefined {
    const value = this.#document.getIn(path);
    return typeof value === 'string' ? value : undefined;
  }

  keys(path: Path): string[] {
    const node = this.#node(path);
    return isMap(node) ? node.items.map(({ key }) => keyText(key)) : [];
  }

  /** How many items a list has. */
  count(path: Path): number {
    const node = this.#node(path);
    return isSeq(node) ? node.items.length : 0;
  }

  set(path: Path, value: LabValue | undefined): void {
    if (value === undefined) {
      this.remove(path);
      return;
    }
    this.#ensureMaps(path.slice(0, -1));
    const node = toNode(value);
    const before = this.#node(path);
    if (before) keepComments(before, node);
    this.#document.setIn(path, node);
  }

  remove(path: Path): void {
    if (this.#document.hasIn(path)) this.#document.deleteIn(path);
  }

  /** The key keeps its place. */
  renameKey(path: Path, to: string): void {
    const parent = this.#node(path.slice(0, -1));
    const name = String(path.at(-1));
    if (!isMap(parent)) return;
    for (const pair of parent.items)
      if (keyText(pair.key) === name && isScalar(pair.key)) pair.key.value = to;
  }

  push(path: Path, value: LabValue): void {
    const list = this.#node(path);
    if (isSeq(list)) list.add(toNode(value));
    else this.set(path, [value]);
  }

  #node(path: Path): Node | undefined {
    return this.#document.getIn(path, true) as Node | undefined;
  }

  /** `elements:` with nothing after it, or with `{}`, becomes a mapping that can be read when it is filled. */
  #ensureMaps(path: Path): void {
    for (let length = 0; length <= path.length; length++) {
      const here = path.slice(0, length);
      const node = length === 0 ? this.#document.contents : this.#node(here);
      if (isMap(node)) {
        if (node.items.length === 0) node.flow = false;
      } else if (!isSeq(node)) this.#document.setIn(here, new YAMLMap());
    }
  }
}

function unreadable(problems: readonly Problem[]): LabcastError {
  return new LabcastError('blueprint-invalid', 'lab.yaml cannot be read.', {
    problems,
    remedy: 'Correct it in its text first.',
  });
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function keepComments(from: Node, to: Node): void {
  if (typeof from.comment === 'string') to.comment = from.comment;
  if (typeof from.commentBefore === 'string') to.commentBefore = from.commentBefore;
  if (from.spaceBefore !== undefined) to.spaceBefore = from.spaceBefore;
  if (isMap(from) && to instanceof YAMLMap && from.flow !== undefined) to.flow = from.flow;
  if (isSeq(from) && to instanceof YAMLSeq && from.flow !== undefined) to.flow = from.flow;
}

/** As the person indents. */
function styleOf(text: string): { indent: number; indentSeq: boolean } {
  const indent = /^( +)\S/m.exec(text)?.[1]?.length ?? 2;
  return {
    indent: indent >= 1 && indent <= 8 ? indent : 2,
    indentSeq: !/^( *)[^\s#-][^\n]*:[ \t]*\n\1- /m.test(text),
  };
}

/** What a person writes inside of `{ }` and `[ ]`; without an example, as these docs do. */
function paddingOf(text: string): { map: string; list: string } {
  return { map: /\{[^\s{}]/.test(text) ? '' : ' ', list: /\[ [^\]\n]/.test(text) ? ' ' : '' };
}

/** The library has one padding for both. */
function padBrackets(document: Document, { map, list }: { map: string; list: string }): void {
  visit(document, {
    Collection(_, node) {
      const flowCollectionPadding = isMap(node) ? map : list;
      const usual = Object.getPrototypeOf(node) as typeof node;
      node.toString = (context, ...rest) =>
        usual.toString.call(node, context && { ...context, flowCollectionPadding }, ...rest);
    },
  });
}

/** Such characters stand in double quotes only: the reader refuses them elsewhere. */
function escapeUnreadable(text: string): string {
  // Unit by unit: half a pair is not readable either.
  return text.replaceAll(new RegExp(unreadableCharacter, 'gu'), (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
