import { LabcastError, originsOf, undoHours } from '@labcast/domain';
import type { Blueprint, Origin, Origins } from '@labcast/domain';
import type { Environment, Store } from '@labcast/store';
import { parseLab } from '../labs.ts';

/** By the element's name: the number of the checkpoint whose disk it shall begin with. */
export type BringBack = Readonly<Record<string, number>>;

/**
 * What the elements begin with under another blueprint: those that stay keep theirs, another one of a name that was free
 * begins with its image, and what is brought back begins with its checkpoint. Throws `checkpoint-not-found`.
 */
export async function originsAfter(
  store: Pick<Store, 'findCheckpoint'>,
  environment: Environment,
  after: Blueprint,
  bringBack: BringBack,
): Promise<Origins> {
  const before = parseLab(environment.blueprint).elements;
  const stay = Object.entries(environment.origins).filter(
    ([name]) => Object.hasOwn(before, name) && Object.hasOwn(after.elements, name),
  );
  const back: [string, Origin][] = [];
  for (const [name, number] of Object.entries(bringBack))
    back.push([name, await findOrigin(store, environment, after, { name, number })]);
  return Object.fromEntries([...stay, ...back]);
}

async function findOrigin(
  store: Pick<Store, 'findCheckpoint'>,
  { assignmentId, name: source }: Environment,
  after: Blueprint,
  { name, number }: { readonly name: string; readonly number: number },
): Promise<Origin> {
  const checkpoint = await store.findCheckpoint(assignmentId, number);
  if (checkpoint?.state !== 'kept' || checkpoint.isGoing)
    throw new LabcastError('checkpoint-not-found', `There is no checkpoint c${String(number)}.`, {
      remedy: `What was deleted is kept for ${String(undoHours)} hours. Make ${name} from its image, or bring it back from another checkpoint.`,
    });
  const kept = originsOf(parseLab(checkpoint.blueprint), checkpoint.key)[name];
  if (kept && kept.image === originsOf(after, checkpoint.key)[name]?.image) return kept;
  throw new LabcastError(
    'element-not-found',
    `Checkpoint c${String(number)} of ${source} holds no disk that ${name} could begin with.`,
    { remedy: `Give ${name} the image that it had then, or make it from its image.` },
  );
}
