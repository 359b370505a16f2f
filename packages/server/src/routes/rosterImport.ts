import { LabcastError, planImport } from '@labcast/domain';
import type { ImportPlan, RosterAccount, RosterMember } from '@labcast/domain';
import type { PersonId } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { courseOf } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { readCsv } from '../roster/readCsv.ts';
import { courseParameters } from '../schemas/course.ts';
import { refusals } from '../schemas/refusals.ts';
import { importView, toImportView } from '../schemas/roster.ts';

const csv = z.string().describe('The text of the file: CSV with commas, semicolons or tabs.');

const importBody = z
  .strictObject({
    csv,
    skipProblems: z
      .boolean()
      .default(false)
      .describe('Import the other lines; otherwise one mistake refuses all.'),
    remove: z
      .array(z.string())
      .default([])
      .describe('Logins of missing students who are taken out of the course.'),
  })
  .meta({ id: 'RosterImportRequest' });

interface Present {
  readonly members: readonly RosterMember<PersonId>[];
  readonly accounts: readonly RosterAccount<PersonId>[];
}

/** A roster as a file. The same file once more changes nothing. */
export function rosterImportRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/courses/:course/roster/preview',
      {
        config: { access: 'roster:change', changesNothing: true },
        schema: {
          operationId: 'previewRosterImport',
          summary:
            'What an import would do: new, changed, unchanged, missing, and mistakes by line',
          params: courseParameters,
          body: z.strictObject({ csv }),
          response: { 200: importView, ...refusals },
        },
      },
      async (request) => {
        let plan: ImportPlan<PersonId> | undefined;
        await store.changeRoster(courseOf(request).id, (present) => {
          plan = planCsv(request.body.csv, present);
          return { people: [], remove: [] };
        });
        if (!plan) throw new Error('Nothing was planned.');
        return toImportView(plan);
      },
    );

    app.post(
      '/courses/:course/roster/import',
      {
        config: { access: 'roster:change' },
        schema: {
          operationId: 'importRoster',
          summary: 'Puts the people of a file into the course, and changes those who are in it',
          description:
            'New people get no password; invite them. Nobody is taken out who is not named in `remove`.',
          params: courseParameters,
          body: importBody,
          response: { 200: importView, ...refusals },
        },
      },
      async (request) => {
        const { csv: text, skipProblems, remove } = request.body;
        const course = courseOf(request);
        let plan: ImportPlan<PersonId> | undefined;
        await store.changeRoster(course.id, (present) => {
          plan = planCsv(text, present);
          const isRefused = plan.problems.length > 0 && !skipProblems;
          if (isRefused || plan.people.length + remove.length === 0) refuse(plan);
          return { people: plan.people, remove: findMissing(plan, remove) };
        });
        if (!plan) throw new Error('Nothing was planned.');
        const view = toImportView(plan);
        request.auditTarget = `${course.slug}: ${view.counts.new} new, ${view.counts.changed} changed, ${remove.length} removed`;
        return view;
      },
    );
  };
}

function planCsv(text: string, present: Present): ImportPlan<PersonId> {
  const read = readCsv(text);
  if ('lines' in read) return planImport(read.lines, present);
  return { people: [], missing: [], problems: [read.problem], ignored: [] };
}

function refuse({ problems }: ImportPlan<PersonId>): void {
  if (problems.length === 0) return;
  throw new LabcastError('request-invalid', 'The file has mistakes; nothing was imported.', {
    problems,
    remedy: 'Correct them, or import the other lines without them.',
  });
}

/** Only who is missing can be taken out this way. */
function findMissing({ missing }: ImportPlan<PersonId>, logins: readonly string[]): PersonId[] {
  return logins.map((login) => {
    const found = missing.find((member) => member.login === login);
    if (found) return found.id;
    throw new LabcastError('request-invalid', `${login} is no student missing from the file.`, {
      remedy: 'Look at the preview once more.',
    });
  });
}
