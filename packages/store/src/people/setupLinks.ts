import { LabcastError } from '@labcast/domain';
import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { PeopleStore } from '../peopleStore.ts';
import { insertPerson } from './people.ts';

export function createSetupLinks(
  database: Database,
): Pick<PeopleStore, 'saveSetupLink' | 'getSetupLink' | 'useSetupLink'> {
  return {
    saveSetupLink: (hash, validSeconds) =>
      database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('setupLink').where('usedAt', 'is', null).execute();
        const row = await transaction
          .insertInto('setupLink')
          .values({ hash, expiresAt: sql<Date>`now() + make_interval(secs => ${validSeconds})` })
          .returning('expiresAt')
          .executeTakeFirstOrThrow();
        return row.expiresAt;
      }),
    async getSetupLink(hash) {
      const { expiresAt } = refuseUnlessUsable(await selectLink(database, hash).executeTakeFirst());
      return { expiresAt };
    },
    useSetupLink: (hash, person) =>
      database.transaction().execute(async (transaction) => {
        refuseUnlessUsable(await selectLink(transaction, hash).forUpdate().executeTakeFirst());
        const made = await insertPerson(transaction, person);
        await transaction
          .updateTable('setupLink')
          .set({ usedAt: sql<Date>`now()` })
          .where('hash', '=', hash)
          .execute();
        return made;
      }),
  };
}

function selectLink(database: Database, hash: string) {
  return database
    .selectFrom('setupLink')
    .select(['usedAt', 'expiresAt', sql<boolean>`expires_at <= now()`.as('isExpired')])
    .where('hash', '=', hash);
}

type Link = Awaited<ReturnType<ReturnType<typeof selectLink>['executeTakeFirst']>>;

function refuseUnlessUsable(link: Link): NonNullable<Link> {
  if (link?.usedAt) throw linkInvalid('This setup link was used already.', usedRemedy);
  if (!link || link.isExpired) {
    throw linkInvalid('This setup link is not valid any more.', newLinkRemedy);
  }
  return link;
}

const newLinkRemedy = 'Run "make up" on the lab server: it prints a new one.';
const usedRemedy =
  'Sign in with the account that was made with it. Whoever has lost that gets another link by "make up" on the lab server.';

function linkInvalid(message: string, remedy: string): LabcastError {
  return new LabcastError('link-invalid', message, { remedy });
}
