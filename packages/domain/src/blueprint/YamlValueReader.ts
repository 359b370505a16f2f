import type { ParsedNode, YAMLMap } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Problem } from '../errors.ts';
import { quote } from './issueText.ts';

export interface Place {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** `lab.yaml` has seven levels; far more is an attack on the stack of those who read it. */
const maximumDepth = 20;

/** Turns nodes into values, and remembers the places. */
export class YamlValueReader {
  /** What cannot be read at all. */
  readonly problems: Problem[] = [];
  /** Keys that are there twice; the first one counts, so the rest can be judged. */
  readonly duplicates: Problem[] = [];
  readonly #offsets = new Map<string, number>();
  readonly #place: (offset: number) => Place;

  constructor(place: (offset: number) => Place) {
    this.#place = place;
  }

  placeOf(path: readonly PropertyKey[]): Place {
    for (let length = path.length; length >= 0; length--) {
      const offset = this.#offsets.get(key(path.slice(0, length)));
      if (offset !== undefined) return this.#place(offset);
    }
    return { line: 1, column: 1 };
  }

  read(node: ParsedNode | null, path: readonly PropertyKey[], depth: number): unknown {
    if (!node) return null;
    this.#remember(path, node.range[0]);
    if (depth > maximumDepth)
      return this.#refuse(path, 'This is nested too deeply', 'Take brackets and levels away.');
    if (isAlias(node) || node.anchor !== undefined)
      return this.#refuse(path, 'Anchors and aliases are not read', 'Write the value out.');
    if (isScalar(node)) return node.value;
    if (isSeq(node))
      return node.items.map((item, index) => this.read(item, [...path, index], depth + 1));
    if (isMap(node)) return this.#readMap(node, path, depth);
    return null;
  }

  #readMap(
    node: YAMLMap.Parsed,
    path: readonly PropertyKey[],
    depth: number,
  ): Record<string, unknown> {
    const lineOfKey = new Map<string, number>();
    const value: Record<string, unknown> = {};
    for (const pair of node.items) {
      const place = this.#place(pair.key.range[0]);
      if (!isScalar(pair.key) || !isKey(pair.key.value)) {
        this.#refuse(path, 'This cannot be a key', 'Write keys as plain text.', place);
        continue;
      }
      const name = String(pair.key.value);
      const first = lineOfKey.get(name);
      if (first === undefined) {
        lineOfKey.set(name, place.line);
        value[name] = this.read(pair.value, [...path, name], depth + 1);
        this.#remember([...path, name], pair.key.range[0]);
      } else
        this.duplicates.push({
          message: `${quote(name)} is there twice, first on line ${first}`,
          remedy: 'Remove or rename one of the two.',
          ...place,
          path: [...path, name].map(String).join('.'),
        });
    }
    return value;
  }

  #remember(path: readonly PropertyKey[], offset: number): void {
    this.#offsets.set(key(path), offset);
  }

  #refuse(path: readonly PropertyKey[], message: string, remedy: string, place?: Place): null {
    this.problems.push({
      message,
      remedy,
      ...(place ?? this.placeOf(path)),
      ...(path.length > 0 && { path: path.map(String).join('.') }),
    });
    return null;
  }
}

/** `__proto__` would change the object instead of being in it. */
function isKey(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) && value !== '__proto__';
}

function key(path: readonly PropertyKey[]): string {
  return path.map(String).join('\0');
}
