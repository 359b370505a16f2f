import type { CourseMember } from '@labcast/store';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { courseOf } from '../access/authorise.ts';
import { newSecret, sha256 } from '../access/secrets.ts';
import type { RouteDeps } from '../deps.ts';
import { courseParameters } from '../schemas/course.ts';
import { personView, toPersonView } from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';
import { linkBase } from './linkBase.ts';

/** Long enough for the holidays before a term. */
const validSeconds = 14 * 24 * 3600;

const wanted = z
  .strictObject({
    people: z
      .array(z.string().max(200))
      .optional()
      .describe('Logins or ids; everybody in the course without a password unless given.'),
  })
  .meta({ id: 'InvitationRequest' });

const made = z
  .object({
    invitations: z.array(
      z.object({
        person: personView,
        url: z.string().describe('Told only now. It works once, and ends an older one.'),
        expiresAt: z.iso.datetime(),
      }),
    ),
    refused: z.array(z.object({ person: z.string(), reason: z.string() })),
  })
  .meta({ id: 'Invitations' });

/** Making links with which people set their first password. */
export function invitationRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/courses/:course/invitations',
      {
        config: { access: 'roster:change' },
        schema: {
          operationId: 'createInvitations',
          summary: 'Makes links with which people of the course set their first password',
          params: courseParameters,
          body: wanted,
          response: { 201: made, ...refusals },
        },
      },
      async (request, reply) => reply.code(201).send(await invite(deps, request, request.body)),
    );
  };
}

async function invite(
  deps: RouteDeps,
  request: FastifyRequest,
  { people }: z.output<typeof wanted>,
): Promise<z.output<typeof made>> {
  const { store } = deps;
  const course = courseOf(request);
  const members = await store.listMembers(course.id);
  const mayAll = request.identity?.caller.isAdministrator === true;
  const asked = people?.map((key) => [key, members.find(isCalled(key))] as const);
  const chosen =
    asked ??
    members.filter(({ person }) => person.isInvited).map((one) => [one.person.login, one] as const);
  const refused = chosen.flatMap(([person, member]) => {
    const reason = whyNot(member, mayAll);
    return reason === undefined ? [] : [{ person, reason }];
  });
  const links = chosen.flatMap(([, member]) =>
    member && whyNot(member, mayAll) === undefined
      ? [{ person: member.person, secret: newSecret() }]
      : [],
  );
  const expiresAt = await store.saveInvitations(
    links.map(({ person, secret }) => ({ personId: person.id, hash: sha256(secret) })),
    validSeconds,
  );
  const base = linkBase(deps, request);
  request.auditTarget = `${course.slug}: ${links
    .map(({ person }) => person.login)
    .slice(0, 20)
    .join(', ')}${links.length > 20 ? `, ${links.length} in all` : ''}`;
  return {
    invitations: links.map(({ person, secret }) => ({
      person: toPersonView(person),
      url: `${base}/invite/${secret}`,
      expiresAt: expiresAt.toISOString(),
    })),
    refused,
  };
}

function isCalled(key: string) {
  return ({ person }: CourseMember) => person.id === key || person.login === key.toLowerCase();
}

/** Undefined for somebody who may be invited. */
export function whyNot(member: CourseMember | undefined, mayAll: boolean): string | undefined {
  if (!member) return 'Not in this course.';
  if (!member.person.isInvited) return 'Has a password already.';
  if (member.isOurs || mayAll) return undefined;
  return 'Another course made this account: its instructor or an administrator can invite.';
}
