import { LabcastError } from '@labcast/domain';
import type { IncusClient, Instance } from '@labcast/incus';

/** Where the range of ids of an instance begins. */
const firstId = 'volatile.idmap.base';

/** By the first of its ids, who has a range: asking Incus for all instances at each making costs it more than the making. */
type Holders = Map<string, Set<string>>;

const known = new WeakMap<IncusClient, Promise<Holders>>();

/**
 * Whether an instance has the user ids of another one, which would make root of one root in the other's files. Incus
 * chooses a free range under a lock, and gives the lock back before it has written the range down: of several instances
 * that are made at the same moment two may get the same (seen with 6.0.4, five copies at once). Of two made here the one
 * that asks last sees the other; what was there before is read once.
 */
export async function hasIdsOfAnother(name: string, incus: IncusClient): Promise<boolean> {
  const found = await incus.findInstance(name);
  return found !== undefined && sharesIds(found, incus);
}

/** As `hasIdsOfAnother`, of one that was just looked at: asks Incus only on suspicion. */
export async function sharesIds(
  { name, config }: Pick<Instance, 'name' | 'config'>,
  incus: IncusClient,
): Promise<boolean> {
  const own = config[firstId];
  if (own === undefined) return false;
  const holders = await holdersOn(incus);
  const names = holders.get(own) ?? new Set();
  holders.set(own, names);
  for (const other of names) {
    if (other === name) continue;
    // It may be gone since, and its range free again.
    const its = (await incus.findInstance(other))?.config[firstId];
    if (its === own) return true;
    names.delete(other);
  }
  names.add(name);
  return false;
}

async function holdersOn(incus: IncusClient): Promise<Holders> {
  const present = known.get(incus) ?? readHolders(incus);
  known.set(incus, present);
  try {
    return await present;
  } catch (error) {
    known.delete(incus);
    throw error;
  }
}

async function readHolders(incus: IncusClient): Promise<Holders> {
  const holders: Holders = new Map();
  for (const { name, config } of await incus.listInstances()) {
    const first = config[firstId];
    if (first !== undefined) holders.set(first, (holders.get(first) ?? new Set()).add(name));
  }
  return holders;
}

export function idsShared(element: string): LabcastError {
  return new LabcastError(
    'step-failed',
    `Incus gave ${element} the user ids of another instance again and again, so it was removed.`,
    { repeatable: true, remedy: 'Try again when less is being made.' },
  );
}
