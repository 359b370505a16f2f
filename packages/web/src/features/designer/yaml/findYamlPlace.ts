import { findFlowPlace } from './findFlowPlace.ts';

/** Where somebody is writing in a YAML text that need not be complete yet. */
export interface YamlPlace {
  /** Keys from the top to what encloses the place; `*` for an entry of a list. */
  readonly path: readonly string[];
  /** Whether a key of that mapping is being written, or the value of the last key of the path. */
  readonly position: 'key' | 'value';
  /** Offset at which the word begins. */
  readonly from: number;
  /** Other keys of the same mapping, so that none is offered twice. */
  readonly siblings: readonly string[];
  /** Whether it is within `{}` or `[]`, where everything stays on its line. */
  readonly isInFlow: boolean;
  /** Columns before the word. */
  readonly column: number;
}

interface Line {
  readonly dashes: readonly number[];
  /** Column of what follows indent and dashes. */
  readonly column: number;
  readonly key?: string;
  readonly value: string;
}

const keyed = /^("[^"]*"|'[^']*'|[^\s#:,[\]{}"'&*|>@-][^#:,[\]{}]*):(?:\s+(.*))?$/;
const blockScalar = /^[|>][-+0-9]*\s*(#.*)?$/;

/**
 * By indentation alone, because a line that is half written is not YAML. Undefined where nothing can be completed: in
 * comments and in texts that run over several lines.
 */
export function findYamlPlace(text: string, offset: number): YamlPlace | undefined {
  const before = text.slice(0, offset).split('\n');
  const written = before.pop() ?? '';
  if (/(^|\s)#/.test(written)) return undefined;
  const lines = before.map(readLine);
  const line = readLine(written);
  const outer = climb(lines, line);
  if (!outer) return undefined;
  const [path, above] = outer;
  const start = offset - written.length;
  const rest = written.slice(line.column);
  const inKey = line.key === undefined ? path : [...path, line.key];
  const valueColumn = written.length - line.value.length;
  if (/^[{[]/.test(line.value)) {
    const flow = findFlowPlace(line.value);
    return (
      flow && {
        ...flow,
        path: [...inKey, ...flow.path],
        from: start + valueColumn + flow.from,
        isInFlow: true,
        column: valueColumn + flow.from,
      }
    );
  }
  if (line.key !== undefined)
    return {
      path: inKey,
      position: 'value',
      from: start + valueColumn,
      siblings: [],
      isInFlow: false,
      column: valueColumn,
    };
  const below = siblingsBelow(text.slice(offset).split('\n').slice(1), line.column);
  return {
    path,
    position: 'key',
    from: start + written.length - rest.length,
    siblings: [...above, ...below],
    isInFlow: false,
    column: line.column,
  };
}

function readLine(text: string): Line {
  const dashes: number[] = [];
  let column = /^ */.exec(text)?.[0].length ?? 0;
  for (;;) {
    const dash = /^-( +|$)/.exec(text.slice(column))?.[0];
    if (dash === undefined) break;
    dashes.push(column);
    column += dash.length;
  }
  const rest = text.slice(column);
  const [, key, value] = keyed.exec(rest) ?? [];
  if (key === undefined) return { dashes, column, value: rest };
  return { dashes, column, key: key.replace(/^["']|["']$/g, '').trim(), value: value ?? '' };
}

interface Climb {
  readonly path: string[];
  readonly siblings: string[];
  /** What stands further left encloses all that was met so far. */
  limit: number;
  /** A list may stand at the same column as its key. */
  mayBeEqual: boolean;
  /** Whether lines at the same column are still those beside the first one. */
  isBeside: boolean;
}

/** The path to the line from the lines above it, and the keys beside it. Undefined within a text of several lines. */
function climb(above: readonly Line[], line: Line): [string[], string[]] | undefined {
  const [dash] = line.dashes;
  const state: Climb = {
    path: line.dashes.map(() => '*'),
    siblings: [],
    limit: dash ?? line.column,
    mayBeEqual: dash !== undefined,
    isBeside: dash === undefined,
  };
  for (const each of above.toReversed()) {
    if (isBlank(each)) continue;
    if (encloses(each, state)) {
      if (blockScalar.test(each.value)) return undefined;
      if (each.key !== undefined) state.path.unshift(each.key);
      Object.assign(state, { limit: each.column, mayBeEqual: false, isBeside: false });
    } else if (state.isBeside && each.column === line.column && each.key !== undefined)
      state.siblings.push(each.key);
    climbDashes(each, state);
  }
  return [state.path, state.siblings];
}

function encloses(line: Line, { limit, mayBeEqual }: Climb): boolean {
  return line.column < limit || (mayBeEqual && line.column === limit && isKey(line));
}

function climbDashes({ dashes }: Line, state: Climb): void {
  for (const dash of dashes.toReversed()) {
    if (dash >= state.limit) continue;
    state.path.unshift('*');
    Object.assign(state, { limit: dash, mayBeEqual: true, isBeside: false });
  }
}

const isKey = ({ key, dashes }: Line) => key !== undefined && dashes.length === 0;
const isBlank = ({ key, value, dashes }: Line) =>
  key === undefined && dashes.length === 0 && (value === '' || value.startsWith('#'));

function siblingsBelow(lines: readonly string[], column: number): string[] {
  const found: string[] = [];
  for (const line of lines.map(readLine)) {
    if (isBlank(line)) continue;
    const first = line.dashes[0] ?? line.column;
    if (first < column) break;
    if (line.column === column && line.key !== undefined && line.dashes.length === 0)
      found.push(line.key);
  }
  return found;
}
