import { elementLimits } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { assignmentOf } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab } from '../labs.ts';
import { environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';
import { usageView } from '../schemas/usage.ts';

/** Who asks once may ask again, and then wants more than one sample. */
const watchSeconds = 30;

/** What the elements of an environment use. Asking is what makes the engine measure. */
export function usageRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/environments/:assignment/:environment/usage',
      {
        config: { access: 'environment:view' },
        schema: {
          operationId: 'getUsage',
          summary: 'What its elements use, measured while somebody looks',
          params: environmentParameters,
          response: { 200: usageView, ...refusals },
        },
      },
      async (request) => {
        const { environment: name } = request.params;
        const { id, blueprint } = await findLiveEnvironment(store, assignmentOf(request), name);
        await store.watchUsage([id], watchSeconds);
        const samples = await store.listUsage(id);
        return {
          samples: samples.map(({ at, elements }) => ({ at, elements: [...elements] })),
          limits: elementLimits(parseLab(blueprint)),
        };
      },
    );
  };
}
