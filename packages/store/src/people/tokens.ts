import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import { isUuid } from '../isUuid.ts';
import type { ApiToken, PeopleStore } from '../peopleStore.ts';
import type { Schema } from '../schema.ts';
import { findSignedIn } from './signedIn.ts';

type TokenCalls = 'createToken' | 'listTokens' | 'removeToken' | 'findToken';

export function createTokens(database: Database): Pick<PeopleStore, TokenCalls> {
  return {
    async createToken(personId, { name, hash, scopes, expiresAt }) {
      const row = await database
        .insertInto('apiToken')
        .values({ personId, name, hash, scopes: [...scopes], ...(expiresAt && { expiresAt }) })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toToken(row);
    },
    async listTokens(personId) {
      const rows = await database
        .selectFrom('apiToken')
        .selectAll()
        .where('personId', '=', personId)
        .orderBy('createdAt')
        .execute();
      return rows.map(toToken);
    },
    async removeToken(personId, id) {
      if (!isUuid(id)) return;
      await database
        .deleteFrom('apiToken')
        .where('personId', '=', personId)
        .where('id', '=', id)
        .execute();
    },
    async findToken(hash) {
      const row = await database
        .selectFrom('apiToken')
        .select(['id', 'personId', 'name', 'scopes'])
        .select(
          sql<boolean>`coalesce(last_used_at < now() - interval '1 minute', true)`.as('isStale'),
        )
        .where('hash', '=', hash)
        .where(sql<boolean>`coalesce(expires_at > now(), true)`)
        .executeTakeFirst();
      if (!row) return undefined;
      if (row.isStale) {
        await database
          .updateTable('apiToken')
          .set({ lastUsedAt: sql<Date>`now()` })
          .where('id', '=', row.id)
          .execute();
      }
      const signedIn = await findSignedIn(database, row.personId, row.scopes);
      return signedIn && { ...signedIn, tokenName: row.name };
    },
  };
}

function toToken(row: Selectable<Schema['apiToken']>): ApiToken {
  const { id, name, scopes, createdAt, expiresAt, lastUsedAt } = row;
  return {
    id,
    name,
    scopes,
    createdAt,
    ...(expiresAt && { expiresAt }),
    ...(lastUsedAt && { lastUsedAt }),
  };
}
