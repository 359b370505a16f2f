import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { ClassSummary, RolloutStore } from '../rolloutStore.ts';
import { withoutNulls } from '../withoutNulls.ts';

/** One query for all of them: the list of courses shows every assignment. */
export function createClassSummaries(database: Database): Pick<RolloutStore, 'listClassSummaries'> {
  return {
    async listClassSummaries() {
      const { rows } = await sql<{ [Key in keyof ClassSummary]: ClassSummary[Key] | null }>`
        select assignment.id as "assignmentId",
          assignment.deadline,
          (select max(number) from release where release.assignment_id = assignment.id) as release,
          count(environment.id)::int as deployed,
          count(help_request.environment_id)::int as asking
        from assignment
        left join environment on environment.assignment_id = assignment.id
          and environment.removed_at is null and environment.role = 'student'
        left join help_request on help_request.environment_id = environment.id
        where assignment.removed_at is null
        group by assignment.id`.execute(database);
      return rows.map((row) => withoutNulls(row) as ClassSummary);
    },
  };
}
