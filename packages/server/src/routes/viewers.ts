import { consoleKinds } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { elementParameters } from '../consoles/findConsole.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { refusals } from '../schemas/refusals.ts';

const viewerView = z
  .object({
    personName: z.string(),
    console: z.enum(consoleKinds),
    mode: z.enum(['control', 'view']),
    since: z.iso.datetime(),
  })
  .meta({ id: 'ConsoleViewer' });

export function viewerRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/environments/:assignment/:environment/elements/:element/viewers',
      {
        config: { access: 'environment:enter' },
        schema: {
          operationId: 'listViewers',
          summary: 'Who has a console of the element open',
          params: elementParameters,
          response: { 200: z.object({ viewers: z.array(viewerView) }), ...refusals },
        },
      },
      async (request) => {
        const { environment, element } = request.params;
        const found = await findLiveEnvironment(store, assignmentOf(request), environment);
        const all = await store.listConsoleViewers(found.id);
        const viewers = all
          .filter((viewer) => viewer.element === element)
          .map(({ personName, console, mode, since }) => ({
            personName,
            console,
            mode,
            since: since.toISOString(),
          }));
        return { viewers };
      },
    );
  };
}
