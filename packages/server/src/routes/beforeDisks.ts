import { LabcastError } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { environmentView, toEnvironmentView } from '../schemas/environment.ts';
import { environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

/** What an update left at /mnt/before, once nobody needs it there any more. The checkpoint keeps it all the same. */
export function beforeDiskRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.delete(
      '/environments/:assignment/:environment/before-disks',
      {
        config: { access: 'environment:reset' },
        schema: {
          operationId: 'dropBeforeDisks',
          summary: 'Detaches the disk from before an update, of one element or of all',
          params: environmentParameters,
          querystring: z.object({ element: z.string().min(1).max(100).optional() }),
          response: { 200: environmentView, ...refusals },
        },
      },
      async (request) => {
        const { params, query } = request;
        const assignment = assignmentOf(request);
        const environment = await findLiveEnvironment(store, assignment, params.environment);
        const { id, beforeDisks } = environment;
        const { element } = query;
        if (element !== undefined && !Object.hasOwn(beforeDisks, element)) {
          throw new LabcastError(
            'element-not-found',
            `${element} has no disk from before an update.`,
            { remedy: 'Look at what it has: labcast status.' },
          );
        }
        const left = Object.entries(beforeDisks).filter(
          ([name]) => element !== undefined && name !== element,
        );
        if (left.length === Object.keys(beforeDisks).length) return toEnvironmentView(environment);
        return toEnvironmentView(
          await store.changeWanted(id, { beforeDisks: Object.fromEntries(left) }),
        );
      },
    );
  };
}
