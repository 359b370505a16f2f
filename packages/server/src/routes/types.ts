import { catalogueImages, defineType, LabcastError } from '@labcast/domain';
import type { OwnedType } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Identity } from '../access/identify.ts';
import type { RouteDeps } from '../deps.ts';
import { labFromType } from '../labs.ts';
import { displayName } from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';
import { toSavedView, toTypeViews, typeView } from '../schemas/type.ts';

const definition = z
  .strictObject({
    name: z.string(),
    summary: displayName,
    blueprint: z.string().describe('A lab.yaml without mistakes.'),
    parameters: z
      .array(
        z.strictObject({
          name: z.string(),
          path: z.string().describe('Of a value in the lab.yaml: `elements.web.memory`.'),
          summary: displayName,
        }),
      )
      .default([])
      .describe("What can be chosen; the lab's present values are the defaults."),
  })
  .meta({ id: 'NewType' });

const typeParameters = z.object({ type: z.string().min(1).max(100) });

/** Labs that are made by name: Labcast's own, and those that people saved. */
export function typeRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/types',
      {
        config: { access: 'catalogue:view' },
        schema: {
          operationId: 'listTypes',
          summary: 'Labs that can be made by name, with their parameters',
          response: {
            200: z.object({ types: z.array(typeView) }).meta({ id: 'Types' }),
            ...refusals,
          },
        },
      },
      async () => ({ types: toTypeViews(await store.listTypes()) }),
    );

    app.get(
      '/types/:type',
      {
        config: { access: 'catalogue:view' },
        schema: {
          operationId: 'getType',
          summary: 'One type, with the lab.yaml that it makes without parameters',
          params: typeParameters,
          response: {
            200: z.object({ type: typeView, blueprint: z.string() }).meta({ id: 'TypeDetail' }),
            ...refusals,
          },
        },
      },
      async ({ params }) => {
        const saved = await store.listTypes();
        const blueprint = labFromType(saved, params.type, {});
        const type = toTypeViews(saved).find(({ name }) => name === params.type);
        if (!type) throw new Error('What has a blueprint is in the list.');
        return { type, blueprint };
      },
    );

    app.post(
      '/types',
      {
        config: { access: 'type:save' },
        schema: {
          operationId: 'saveType',
          summary: 'Saves a lab as a type, which everybody can make by its name',
          body: definition,
          response: { 201: z.object({ type: typeView }).meta({ id: 'TypeAnswer' }), ...refusals },
        },
      },
      async (request, reply) => {
        const type = defineType(request.body, catalogueImages);
        const saved = await store.saveType(type, ownerOf(request.identity));
        request.auditTarget = saved.name;
        return reply.code(201).send({ type: toSavedView(saved) });
      },
    );

    app.delete(
      '/types/:type',
      {
        config: { access: 'type:remove' },
        schema: {
          operationId: 'removeType',
          summary: 'Deletes a saved type; labs that were made of it stay. May be repeated',
          params: typeParameters,
          response: { 204: z.null() },
        },
      },
      async ({ params, identity }, reply) => {
        const types = toTypeViews(await store.listTypes());
        if (types.some(({ name, saved }) => name === params.type && !saved))
          throw isBuiltIn(params.type);
        const saved = (await store.listTypes()).find(({ name }) => name === params.type);
        if (saved) refuseStrangers(saved, identity);
        await store.removeType(params.type);
        return reply.code(204).send(null);
      },
    );
  };
}

function ownerOf(identity: Identity | undefined): OwnedType['owner'] {
  const person = identity?.person;
  return person ? { id: person.id, name: person.name } : { name: 'the administrator' };
}

function isBuiltIn(name: string): LabcastError {
  return new LabcastError('not-permitted', `${name} is a type that Labcast itself has.`, {
    remedy: 'Only saved types can be deleted.',
  });
}

function refuseStrangers({ name, owner }: OwnedType, identity: Identity | undefined): void {
  const isOwn = owner.id !== undefined && owner.id === identity?.person?.id;
  if (isOwn || identity?.caller.isAdministrator) return;
  throw new LabcastError('not-permitted', `The type ${name} belongs to ${owner.name}.`, {
    remedy: `Ask ${owner.name} or an administrator to delete it.`,
  });
}
