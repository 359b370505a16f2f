import { originsOf } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab } from '../labs.ts';
import { describeReleases } from '../pipeline/describeReleases.ts';
import { findRelease } from '../pipeline/findCheckpoint.ts';
import { assignmentParameters, numberParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';
import { releaseView } from '../schemas/release.ts';
import { taskView, toTaskView } from '../schemas/task.ts';
import { hasSomething, machinesOf } from './tasks.ts';

const base = '/assignments/:assignment/releases';

/** Promoted checkpoints. They never change. */
export function releaseRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      base,
      {
        config: { access: 'assignment:view' },
        schema: {
          operationId: 'listReleases',
          summary: 'Releases of an assignment, newest first',
          params: assignmentParameters,
          response: {
            200: z.object({ releases: z.array(releaseView) }).meta({ id: 'Releases' }),
            ...refusals,
          },
        },
      },
      async (request) => ({ releases: await describeReleases(store, assignmentOf(request)) }),
    );

    app.get(
      `${base}/:number`,
      {
        config: { access: 'assignment:view' },
        schema: {
          operationId: 'getRelease',
          summary: 'One release',
          params: numberParameters,
          response: { 200: releaseView, ...refusals },
        },
      },
      async (request) => {
        const assignment = assignmentOf(request);
        const { number } = await findRelease(store, assignment, request.params.number);
        const all = await describeReleases(store, assignment);
        const found = all.find((release) => release.number === number);
        if (!found) throw new Error('A release that was there is not listed.');
        return found;
      },
    );

    app.post(
      `${base}/:number/go-back`,
      {
        config: { access: 'assignment:change' },
        schema: {
          operationId: 'goBackToRelease',
          summary: 'Makes prod what a release is; takes a checkpoint of prod before',
          params: numberParameters,
          response: { 202: taskView, ...refusals },
        },
      },
      async (request, reply) => {
        const assignment = assignmentOf(request);
        const release = await findRelease(store, assignment, request.params.number);
        const prod = await findLiveEnvironment(store, assignment, 'prod');
        const { usage } = await store.getCheckpoint(release.checkpointId);
        const blueprint = parseLab(release.blueprint);
        const task = await store.createTask({
          environmentId: prod.id,
          kind: 'roll-back',
          change: {
            wanted: 'running',
            blueprint: release.blueprint,
            origins: originsOf(blueprint, release.key, usage),
            resets: machinesOf(blueprint),
          },
          ...(hasSomething(prod) && { keepFirst: 'before-promote' }),
          requestedBy: nameOf(request.identity),
        });
        request.auditTarget = `${assignment.name}/r${String(release.number)}`;
        return reply.code(202).send(toTaskView(task));
      },
    );
  };
}
