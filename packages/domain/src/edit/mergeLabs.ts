import { isEqual } from '../blueprint/change.ts';
import type { SetEdit } from './diffLab.ts';
import { diffLab } from './diffLab.ts';
import { editLab } from './editLab.ts';
import { freeName } from './freeName.ts';
import type { LabValue } from './labEdit.ts';

export interface LabVersions {
  /** From which both came. */
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

export type MergedLab =
  | { readonly text: string }
  /** Fields that both changed, each to something else: `elements.web.memory`. */
  | { readonly conflicts: readonly string[] };

/**
 * What two people made of one lab. Throws `blueprint-invalid` when one of the texts is no YAML. Each of them may be right
 * and the result wrong, as when both gave an address to somebody.
 */
export function mergeLabs({ base, mine, theirs }: LabVersions): MergedLab {
  if (mine === theirs || theirs === base) return { text: mine };
  if (mine === base) return { text: theirs };
  const others = diffLab(base, theirs);
  const wishes = besides(diffLab(base, mine), others);
  const edits = wishes.filter((edit) => !others.some((other) => isEqual(other, edit)));
  const conflicts = edits.filter((edit) => others.some((other) => touch(edit, other)));
  if (conflicts.length > 0) return { conflicts: conflicts.map(({ path }) => path.join('.')) };
  return { text: editLab(theirs, edits) };
}

function touch(a: SetEdit, b: SetEdit): boolean {
  const length = Math.min(a.path.length, b.path.length);
  return isEqual(a.path.slice(0, length), b.path.slice(0, length));
}

/** Elements that both made at the same time and called the same are two. */
function besides(mine: readonly SetEdit[], theirs: readonly SetEdit[]): SetEdit[] {
  const made = (edits: readonly SetEdit[]) => edits.filter((edit) => madeName(edit) !== undefined);
  const taken = new Set([...made(mine), ...made(theirs)].map((edit) => String(edit.path[1])));
  const names = new Map<string, string>();
  for (const edit of made(mine)) {
    const same = made(theirs).find((other) => isEqual(other.path, edit.path));
    const name = String(edit.path[1]);
    if (!same || isEqual(same.value, edit.value)) continue;
    const free = freeName(name, taken);
    taken.add(free);
    names.set(name, free);
  }
  if (names.size === 0) return [...mine];
  return mine.map((edit) => {
    const name = madeName(edit);
    if (name === undefined) return edit;
    return {
      kind: 'set',
      path: ['elements', names.get(name) ?? name],
      value: follow(edit.value, names),
    };
  });
}

/** Name of an element that the edit makes as a whole. */
function madeName({ path, value }: SetEdit): string | undefined {
  const [key, name] = path;
  const isWhole = key === 'elements' && path.length === 2 && value !== undefined;
  return isWhole && typeof name === 'string' ? name : undefined;
}

/** Its cluster's new name; and no fixed address, which the other of the two is likely to have chosen as well. */
function follow(value: LabValue | undefined, names: ReadonlyMap<string, string>): LabValue {
  if (!isRecord(value)) return value ?? null;
  const { on, networks } = value;
  return {
    ...value,
    ...(typeof on === 'string' && { on: names.get(on) ?? on }),
    ...(Array.isArray(networks) && {
      networks: (networks as readonly LabValue[]).map((each) =>
        isRecord(each) && typeof each.name === 'string' ? each.name : each,
      ),
    }),
  };
}

function isRecord(
  value: LabValue | undefined,
): value is Readonly<Record<string, LabValue | undefined>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
