import { randomInt } from 'node:crypto';
import { initialStatus, LabcastError, parseEnvironmentKey } from '@labcast/domain';
import type { EnvironmentKey, Origins } from '@labcast/domain';
import type { PersonId } from './peopleStore.ts';
import type { RunId } from './runStore.ts';
import { asJson } from './asJson.ts';
import type { Database } from './connection/createDatabase.ts';
import { getEnvironment } from './environments.ts';
import { notify } from './notify.ts';
import type { AssignmentId, Environment } from './store.ts';

export interface NewEnvironment {
  readonly assignmentId: AssignmentId;
  readonly role: Environment['role'];
  readonly name: string;
  readonly wanted: 'running' | 'stopped';
  readonly blueprint: string;
  readonly origins?: Origins;
  readonly runId?: RunId;
  readonly owners?: readonly PersonId[];
  readonly releaseNumber?: number;
  readonly section?: string;
  readonly team?: string;
  readonly sealed?: boolean;
}

/** Inside a transaction that has the admission lock. */
export async function createEnvironment(
  transaction: Database,
  { owners = [], origins = {}, ...request }: NewEnvironment,
): Promise<Environment> {
  await refuseWhileRemoving(transaction, request.assignmentId);
  const { id } = await transaction
    .insertInto('environment')
    .values({
      ...request,
      origins: asJson(origins),
      key: await unusedKey(transaction),
      uplinkIndex: await lowestFreeUplinkIndex(transaction),
      status: asJson(initialStatus),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (owners.length > 0)
    await transaction
      .insertInto('environmentOwner')
      .values(owners.map((personId) => ({ environmentId: id, personId })))
      .execute();
  await notify(transaction, { environmentId: id, what: 'wanted' });
  return getEnvironment(transaction, id);
}

/** Holds the assignment until the transaction's end: who deletes it meets what is made now. */
async function refuseWhileRemoving(transaction: Database, id: AssignmentId): Promise<void> {
  const assignment = await transaction
    .selectFrom('assignment')
    .select(['name', 'removingAt', 'removedAt'])
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  if (assignment && !assignment.removingAt && !assignment.removedAt) return;
  const name = assignment?.name ?? 'The assignment';
  throw new LabcastError('assignment-not-found', `${name} is being deleted.`, {
    remedy: 'Nothing is made in it any more. Make another one.',
  });
}

/** The host itself has the first address of the uplink. */
async function lowestFreeUplinkIndex(transaction: Database): Promise<number> {
  const others = await transaction
    .selectFrom('environment')
    .select('uplinkIndex')
    .where('removedAt', 'is', null)
    .execute();
  const used = new Set(others.map((other) => other.uplinkIndex));
  let index = 2;
  while (used.has(index)) index++;
  return index;
}

/** Never one that an environment ever had: what was forgotten somewhere must not be taken for the new one's. */
async function unusedKey(transaction: Database): Promise<EnvironmentKey> {
  for (;;) {
    const key = randomKey();
    const taken = await transaction
      .selectFrom('environment')
      .select('id')
      .where('key', '=', key)
      .executeTakeFirst();
    if (!taken) return key;
  }
}

function randomKey(): EnvironmentKey {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const characters = `${letters}0123456789`;
  const pick = (from: string) => from.charAt(randomInt(from.length));
  return parseEnvironmentKey(
    pick(letters) + Array.from({ length: 6 }, () => pick(characters)).join(''),
  );
}
