import { LabcastError } from '@labcast/domain';
import { codeInvalid, refuseUnlessOpen } from '@labcast/store';
import type { Store } from '@labcast/store';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sha256 } from '../access/secrets.ts';
import { countTry } from '../access/signIn.ts';
import type { RouteDeps } from '../deps.ts';
import { normalizeJoinCode } from '../roster/joinCode.ts';
import { refusals } from '../schemas/refusals.ts';
import { courseName } from '../schemas/roster.ts';

export const typedCode = z
  .string()
  .max(100)
  .describe('As it was told; spaces, dashes and capitals do not matter.');

const joined = z
  .object({ course: courseName, section: z.string().optional() })
  .meta({ id: 'JoinedCourse' });

/** Coming into a course by a code, which never stands in an address of the API. */
export function joinRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/join/look',
      {
        config: { access: 'session:begin', changesNothing: true },
        schema: {
          operationId: 'lookAtJoinCode',
          summary: 'Into which course a code leads',
          body: z.strictObject({ code: typedCode }),
          response: { 200: joined, ...refusals },
        },
      },
      async (request) => {
        const found = await getCode(store, request, request.body.code);
        refuseUnlessOpen(found);
        const { course, code: held } = found;
        return {
          course: { slug: course.slug, name: course.name },
          ...(held.section !== undefined && { section: held.section }),
        };
      },
    );

    app.post(
      '/join',
      {
        config: { access: 'course:join' },
        schema: {
          operationId: 'joinCourse',
          summary: 'Comes into a course as a student, by a code; may be repeated',
          body: z.strictObject({ code: typedCode }),
          response: { 200: joined, ...refusals },
        },
      },
      async (request) => {
        const { person } = request.identity ?? {};
        if (!person) {
          throw new LabcastError('request-invalid', "The server's own token is nobody.", {
            remedy: 'Sign in as the person who joins.',
          });
        }
        const { hash, code: held } = await getCode(store, request, request.body.code);
        const { course } = await store.useJoinCode(hash, { personId: person.id });
        request.auditTarget = `${course.slug}/${held.id}`;
        return { course: { slug: course.slug, name: course.name } };
      },
    );
  };
}

/**
 * A right one is never held up: a whole class comes from one address. Wrong ones are counted as wrong passwords are.
 * Throws `link-invalid`, `too-many-tries`.
 */
export async function getCode(
  store: Pick<Store, 'findJoinCode' | 'beginSignIn'>,
  request: FastifyRequest,
  typed: string,
) {
  const normal = normalizeJoinCode(typed);
  const hash = sha256(normal);
  const found = await store.findJoinCode(hash);
  if (found) return { hash, ...found };
  await countTry(store, request, `join code ${normal}`);
  throw codeInvalid('There is no such code.');
}
