import { LabcastError } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { elementParameters } from '../consoles/findConsole.ts';
import { joinScreen } from '../consoles/joinScreen.ts';
import { joinTerminal } from '../consoles/joinTerminal.ts';
import { createSerialConsoles } from '../consoles/serialConsoles.ts';
import { serveConsole } from '../consoles/serveConsole.ts';
import { createViewerList } from '../consoles/viewerList.ts';
import type { RouteDeps } from '../deps.ts';

const mode = z.enum(['control', 'view']).default('control');
const number = (most: number) => z.coerce.number().int().min(1).max(most);

const terminalQuery = z.object({
  session: number(99).default(1),
  columns: number(10_000).default(80),
  rows: number(10_000).default(24),
  history: z.enum(['0', '1']).default('1'),
  mode,
});

/** Sockets to consoles, which OpenAPI has no words for: see docs/consoles.md. */
export function consoleRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const joinSerial = createSerialConsoles(deps);
  const url = '/environments/:assignment/:environment/elements/:element';
  const config = { access: 'environment:enter' } as const;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    const viewers = createViewerList(deps.store, deps.logger);
    app.addHook('onClose', () => viewers.close());
    app.addHook('preHandler', (request, _reply, done) => {
      // Else a program that asks for it by plain HTTP would get an empty 404.
      const message = 'This is a WebSocket: ask for it by an upgrade.';
      done(request.ws ? undefined : new LabcastError('request-invalid', message));
    });
    app.route({
      method: 'GET',
      url: `${url}/terminal`,
      websocket: true,
      config,
      schema: { params: elementParameters, querystring: terminalQuery },
      handler: (socket, request) => {
        const { mode, history, ...options } = request.query;
        return serveConsole(
          deps,
          { socket, request },
          { kind: 'terminal', mode, viewers },
          (viewing) => joinTerminal(deps, viewing, { ...options, withHistory: history === '1' }),
        );
      },
    });
    app.route({
      method: 'GET',
      url: `${url}/screen`,
      websocket: true,
      config,
      schema: { params: elementParameters, querystring: z.object({ mode }) },
      handler: (socket, request) => {
        const { mode } = request.query;
        return serveConsole(
          deps,
          { socket, request },
          { kind: 'screen', mode, viewers },
          (viewing) => joinScreen(deps, viewing),
        );
      },
    });
    app.route({
      method: 'GET',
      url: `${url}/serial`,
      websocket: true,
      config,
      schema: { params: elementParameters, querystring: z.object({ mode }) },
      handler: (socket, request) => {
        const { mode } = request.query;
        return serveConsole(
          deps,
          { socket, request },
          { kind: 'serial', mode, viewers },
          joinSerial,
        );
      },
    });
  };
}
