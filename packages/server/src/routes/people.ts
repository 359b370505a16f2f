import { LabcastError } from '@labcast/domain';
import type { Person, Store } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { hashPassword } from '../access/passwords.ts';
import type { RouteDeps } from '../deps.ts';
import {
  displayName,
  email,
  newLogin,
  newPassword,
  personParameters,
  personView,
  toPersonView,
} from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';

const change = z
  .strictObject({
    name: displayName.optional(),
    email: email.optional(),
    isAdministrator: z.boolean().optional(),
    password: newPassword.optional().describe('A new one ends all sessions of the person.'),
  })
  .meta({ id: 'PersonChange' });

const newPerson = z
  .strictObject({
    login: newLogin,
    name: displayName,
    email: email.optional(),
    isAdministrator: z.boolean().default(false),
    password: newPassword,
  })
  .meta({ id: 'NewPerson' });

const made = z.object({ person: personView }).meta({ id: 'PersonAnswer' });
const config = { access: 'people:change' } as const;

/** Everybody who can sign in. */
export function peopleRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/people',
      {
        config: { access: 'people:view' },
        schema: {
          operationId: 'listPeople',
          summary: 'Everybody who can sign in',
          response: { 200: z.object({ people: z.array(personView) }), ...refusals },
        },
      },
      async () => ({ people: (await store.listPeople()).map(toPersonView) }),
    );

    app.post(
      '/people',
      {
        config,
        schema: {
          operationId: 'createPerson',
          summary: 'Makes an account',
          body: newPerson,
          response: { 201: made, ...refusals },
        },
      },
      async (request, reply) => {
        const { password, email: mail, ...rest } = request.body;
        const person = await store.createPerson({
          ...rest,
          ...(mail !== undefined && { email: mail }),
          passwordHash: await hashPassword(password),
        });
        request.auditTarget = person.login;
        return reply.code(201).send({ person: toPersonView(person) });
      },
    );

    app.patch(
      '/people/:person',
      {
        config,
        schema: {
          operationId: 'changePerson',
          summary: 'Changes an account, given by id or login',
          params: personParameters,
          body: change,
          response: { 200: made, ...refusals },
        },
      },
      async ({ params, body }) => {
        const { id } = await getPerson(store, params.person);
        const { name, email: mail, isAdministrator, password } = body;
        const person = await store.changePerson(id, {
          ...(name !== undefined && { name }),
          ...(mail !== undefined && { email: mail }),
          ...(isAdministrator !== undefined && { isAdministrator }),
          ...(password !== undefined && { passwordHash: await hashPassword(password) }),
        });
        return { person: toPersonView(person) };
      },
    );

    app.delete(
      '/people/:person',
      {
        config,
        schema: {
          operationId: 'removePerson',
          summary: 'Deletes an account; may be repeated',
          params: personParameters,
          response: { 204: z.null() },
        },
      },
      async ({ params }, reply) => {
        const person = await store.findPerson(params.person);
        if (person) await store.removePerson(person.id);
        return reply.code(204).send(null);
      },
    );
  };
}

/** By id or login. Throws `person-not-found`. */
export async function getPerson(
  store: Pick<Store, 'findPerson'>,
  idOrLogin: string,
): Promise<Person> {
  const found = await store.findPerson(idOrLogin);
  if (found) return found;
  throw new LabcastError('person-not-found', `There is nobody called ${idOrLogin}.`, {
    remedy: 'An administrator can make an account.',
  });
}
