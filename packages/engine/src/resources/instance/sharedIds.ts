import { LabcastError } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';

/** Where the range of ids of an instance begins. */
const firstId = 'volatile.idmap.base';

/** By the first of its ids, who has a range: asking Incus for all instances at each making costs it more than the making. */
type Holders = Map<string, string>;

const known = new WeakMap<IncusClient, Promise<Holders>>();

/**
 * Whether an instance has the user ids of another one, which would make root of one root in the other's files. Incus
 * chooses a free range under a lock, and gives the lock back before it has written the range down: of several instances
 * that are made at the same moment two may get the same (seen with 6.0.4, five copies at once). Of two made here the one
 * that asks last sees the other; what was there before is read once.
 */
export async function hasIdsOfAnother(name: string, incus: IncusClient): Promise<boolean> {
  const own = await firstIdOf(name, incus);
  if (own === undefined) return false;
  const holders = await holdersOn(incus, name);
  const other = holders.get(own);
  // It may be gone since, and its range free again.
  if (other !== undefined && other !== name && (await firstIdOf(other, incus)) === own) return true;
  holders.set(own, name);
  return false;
}

async function firstIdOf(name: string, incus: IncusClient): Promise<string | undefined> {
  return (await incus.findInstance(name))?.config[firstId];
}

async function holdersOn(incus: IncusClient, except: string): Promise<Holders> {
  const present = known.get(incus) ?? readHolders(incus, except);
  known.set(incus, present);
  try {
    return await present;
  } catch (error) {
    known.delete(incus);
    throw error;
  }
}

async function readHolders(incus: IncusClient, except: string): Promise<Holders> {
  const ids = (await incus.listInstances()).flatMap(({ name, config }) => {
    const first = config[firstId];
    return first === undefined || name === except ? [] : [[first, name] as const];
  });
  return new Map(ids);
}

export function idsShared(element: string): LabcastError {
  return new LabcastError(
    'step-failed',
    `Incus gave ${element} the user ids of another instance again and again, so it was removed.`,
    { repeatable: true, remedy: 'Try again with labcast retry, when less is being made.' },
  );
}
