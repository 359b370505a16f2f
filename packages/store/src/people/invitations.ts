import { LabcastError } from '@labcast/domain';
import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import { toCourse } from '../courses/courses.ts';
import type { RosterStore } from '../rosterStore.ts';
import { selectPeople, toPerson } from './people.ts';

type InvitationCalls = 'saveInvitations' | 'removeInvitation' | 'getInvited' | 'useInvitation';

export function createInvitations(database: Database): Pick<RosterStore, InvitationCalls> {
  return {
    async saveInvitations(invitations, validSeconds) {
      const ids = invitations.map(({ personId }) => personId);
      const hashes = invitations.map(({ hash }) => hash);
      const { rows } = await sql<{ expiresAt: Date }>`
        insert into invitation (person_id, hash, expires_at)
        select given.id, given.hash, now() + make_interval(secs => ${validSeconds})
        from unnest(${ids}::uuid[], ${hashes}::text[]) as given (id, hash)
        join person on person.id = given.id and person.password_hash is null
        on conflict (person_id) do update
          set hash = excluded.hash, expires_at = excluded.expires_at, created_at = now()
        returning expires_at`.execute(database);
      return rows[0]?.expiresAt ?? new Date(0);
    },
    async removeInvitation(personId) {
      await database.deleteFrom('invitation').where('personId', '=', personId).execute();
    },
    async getInvited(hash) {
      const row = await selectPeople(database)
        .innerJoin('invitation', 'invitation.personId', 'person.id')
        .where('invitation.hash', '=', hash)
        .where(sql<boolean>`invitation.expires_at > now()`)
        .executeTakeFirst();
      if (!row) throw invitationInvalid();
      const courses = await database
        .selectFrom('course')
        .innerJoin('membership', 'membership.courseId', 'course.id')
        .selectAll('course')
        .where('membership.personId', '=', row.id)
        .where('course.removedAt', 'is', null)
        .orderBy('course.name')
        .execute();
      return { person: toPerson(row), courses: courses.map(toCourse) };
    },
    useInvitation: (hash, passwordHash) =>
      database.transaction().execute(async (transaction) => {
        const used = await transaction
          .deleteFrom('invitation')
          .where('hash', '=', hash)
          .where(sql<boolean>`expires_at > now()`)
          .returning('personId')
          .executeTakeFirst();
        if (!used) throw invitationInvalid();
        const changed = await transaction
          .updateTable('person')
          .set({ passwordHash })
          .where('id', '=', used.personId)
          .where('passwordHash', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (!changed) throw invitationInvalid();
        const row = await selectPeople(transaction)
          .where('person.id', '=', used.personId)
          .executeTakeFirstOrThrow();
        return toPerson(row);
      }),
  };
}

/** The same for one that was used, expired, was replaced or never made. */
function invitationInvalid(): LabcastError {
  return new LabcastError('link-invalid', 'This invitation is not valid any more.', {
    remedy: 'Sign in if you have set a password; otherwise ask your instructor for a new link.',
  });
}
