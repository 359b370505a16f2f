import { elementActions, LabcastError, wish } from '@labcast/domain';
import type { ElementWishes } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab } from '../labs.ts';
import { requireElement } from '../requireElement.ts';
import { environmentView, toEnvironmentView } from '../schemas/environment.ts';
import { elementParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

/** What is wanted of one element. It is stored and nothing else: the engine makes it so, also after a crash. */
export function elementRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/environments/:assignment/:environment/elements/:element/actions',
      {
        config: { access: 'environment:operate' },
        schema: {
          operationId: 'actOnElement',
          summary: 'Starts, stops or restarts one element, or tries again what failed',
          params: elementParameters,
          body: z.strictObject({ action: z.enum(elementActions) }),
          response: { 200: environmentView, ...refusals },
        },
      },
      async (request) => {
        const { element, environment: name } = request.params;
        const { action } = request.body;
        const environment = await findLiveEnvironment(store, assignmentOf(request), name);
        requireElement(parseLab(environment.blueprint), element);
        if (action === 'retry')
          return toEnvironmentView(await store.changeWanted(environment.id, {}));
        if (environment.wanted !== 'running') {
          const lab = `${environment.assignmentName}/${environment.name}`;
          throw new LabcastError('element-not-running', `All of ${lab} is stopped.`, {
            remedy: `Start it first, in its menu or with "labcast start ${environment.assignmentName}".`,
          });
        }
        const isStopped = environment.wishes[element]?.stopped ?? false;
        const isSo = (action === 'stop' && isStopped) || (action === 'start' && !isStopped);
        if (isSo) return toEnvironmentView(environment);
        const wishes = (before: ElementWishes) => wish(before, [element], action);
        return toEnvironmentView(await store.changeWanted(environment.id, { wishes }));
      },
    );
  };
}
