import type { Blueprint } from '../blueprint/blueprint.ts';
import type { Change } from '../blueprint/change.ts';
import { diffBlueprints } from '../blueprint/diffBlueprints.ts';
import type { SetEdit } from './diffLab.ts';
import { diffLab } from './diffLab.ts';
import { editLab } from './editLab.ts';
import { waitsForApply } from './waitsForApply.ts';

export interface SplitDraft {
  /** The lab.yaml that can be applied without asking anybody. */
  readonly now: string;
  /** What waits until a person applies it. */
  readonly waiting: readonly Change[];
}

/** Parts a draft in what may happen at once and what waits. `parse` gives undefined for what is no lab. */
export function splitDraft(
  applied: string,
  draft: string,
  parse: (text: string) => Blueprint | undefined,
): SplitDraft {
  if (applied === draft) return { now: draft, waiting: [] };
  const [before, after] = [parse(applied), parse(draft)];
  if (!before || !after) return { now: applied, waiting: [] };
  const waiting = diffBlueprints(before, after).filter((one) => waitsForApply(one, before, after));
  if (waiting.length === 0) return { now: draft, waiting };
  const held = new Set(waiting.map(({ element }) => element));
  // Who discards the deletion of an element has its checks back with it.
  const areChecksHeld = [...before.checks, ...after.checks].some(({ on }) => held.has(on));
  const edits = diffLab(applied, draft).filter(
    (edit) => !isOf(edit, held) && !(areChecksHeld && edit.path[0] === 'checks'),
  );
  const isHarmless = (text: string) => {
    const now = parse(text);
    return now && !diffBlueprints(before, now).some((one) => waitsForApply(one, before, now));
  };
  // What is new may need what waits: then less of it can happen now, at worst nothing.
  const choices = [edits, edits.filter(({ path }) => path[0] !== 'checks')];
  const now = choices.map((some) => editLab(applied, some)).find(isHarmless);
  return { now: now ?? applied, waiting };
}

/** Whether an edit belongs to one of these elements or networks. */
function isOf({ path: [key, name] }: SetEdit, held: ReadonlySet<string>): boolean {
  return (key === 'elements' || key === 'networks') && held.has(String(name));
}
