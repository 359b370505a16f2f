import { elementActions, LabcastError, wish } from '@labcast/domain';
import type { ElementWishes } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { ejectDisc } from '../labs/ejectDisc.ts';
import { parseLab } from '../labs.ts';
import { requireElement } from '../requireElement.ts';
import { environmentView, toEnvironmentView } from '../schemas/environment.ts';
import { elementParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

/**
 * What is wanted of one element. It is stored and nothing else: the engine makes it so, also after a crash. Only a disc is
 * ejected at once, as consoles reach into a machine: nothing has to be kept of it.
 */
export function elementRoutes({ store, incus }: RouteDeps): FastifyPluginAsyncZod {
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

    app.post(
      '/environments/:assignment/:environment/elements/:element/eject',
      {
        config: { access: 'environment:operate' },
        schema: {
          operationId: 'ejectDisc',
          summary: 'Takes the ISO disc out of a virtual machine that started from one',
          description:
            'Harmless when it is out already. Made anew from its image, the machine has it again.',
          params: elementParameters,
          response: { 200: environmentView, ...refusals },
        },
      },
      async (request) => {
        const { element, environment: name } = request.params;
        const environment = await findLiveEnvironment(store, assignmentOf(request), name);
        await ejectDisc({ store, incus }, environment, element);
        return toEnvironmentView(environment);
      },
    );
  };
}
