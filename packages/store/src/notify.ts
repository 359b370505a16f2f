import { sql } from 'kysely';
import type { Database } from './connection/createDatabase.ts';
import { changeKinds } from './store.ts';
import type { EnvironmentChange } from './store.ts';

export const changeChannel = 'labcast_change';

/** Told when the surrounding transaction commits, and not at all when it does not. Undefined: look at everything. */
export async function notify(
  database: Database,
  change: EnvironmentChange | undefined,
): Promise<void> {
  const payload = change === undefined ? '' : JSON.stringify(change);
  await sql`select pg_notify(${changeChannel}, ${payload})`.execute(database);
}

/** The other end of `notify`; anything that is not understood means: look at everything. */
export function parseChange(payload: string | undefined): EnvironmentChange | undefined {
  if (payload === undefined || payload === '') return undefined;
  try {
    const { environmentId, what } = JSON.parse(payload) as Partial<EnvironmentChange>;
    if (typeof environmentId !== 'string' || !what || !changeKinds.includes(what)) return undefined;
    return { environmentId, what };
  } catch {
    return undefined;
  }
}
