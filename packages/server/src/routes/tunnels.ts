import { LabcastError } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { describeError } from '../errors.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab } from '../labs.ts';
import { environmentParameters } from '../schemas/names.ts';
import { ensureRunning } from '../tunnels/ensureRunning.ts';
import { keepAlive } from '../tunnels/keepAlive.ts';
import { resolveTarget } from '../tunnels/resolveTarget.ts';
import type { Target } from '../tunnels/resolveTarget.ts';
import { serveExec } from '../tunnels/serveExec.ts';
import { serveForward } from '../tunnels/serveForward.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Found before the socket opens, so that a refusal is an ordinary answer. */
    tunnelTarget: Target | undefined;
  }
}

const number = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const execQuery = z.object({
  element: z.string().min(1),
  command: z.union([z.string().transform((word) => [word]), z.array(z.string()).min(1)]),
  tty: z.enum(['0', '1']).default('0'),
  columns: number(1, 10_000).default(80),
  rows: number(1, 10_000).default(24),
});

const forwardQuery = z.object({ element: z.string().min(1), port: number(1, 65_535) });

/** Sockets into labs, which OpenAPI has no words for: see `serveExec` and `serveForward`. */
export function tunnelRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { incus, store } = deps;
  const findTarget = async (request: FastifyRequest) => {
    const { assignment, environment } = environmentParameters.parse(request.params);
    const { element } = z.object({ element: z.string() }).parse(request.query);
    const found = await findLiveEnvironment(store, assignment, environment);
    return { found, target: resolveTarget(found, parseLab(found.blueprint), element), element };
  };
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.decorateRequest('tunnelTarget', undefined);
    app.route({
      method: 'GET',
      url: '/environments/:assignment/:environment/exec',
      websocket: true,
      config: { access: 'administrator' },
      schema: { params: environmentParameters, querystring: execQuery },
      async preHandler(request) {
        const { target, element } = await findTarget(request);
        if (target.instance === undefined) {
          throw new LabcastError('element-not-found', `${element} is an app: it has no machine.`, {
            remedy: 'Run the command on its cluster, with "kubectl exec".',
          });
        }
        await ensureRunning(incus, target.instance, element);
        request.tunnelTarget = target;
      },
      handler: (socket, request) => {
        keepAlive(socket);
        const { command, tty, columns, rows } = request.query;
        const environment = tty === '1' ? { TERM: 'xterm-256color' } : {};
        const terminal = tty === '1' ? { columns, rows } : undefined;
        return serveExec(
          socket,
          () =>
            incus.openExec(
              request.tunnelTarget?.instance ?? '',
              { command, environment },
              terminal,
            ),
          (error) => {
            const { body, isBug } = describeError(error, request.id);
            if (isBug) request.log.error({ err: error }, 'A command failed by a mistake of ours.');
            return body.error;
          },
        );
      },
    });
    app.route({
      method: 'GET',
      url: '/environments/:assignment/:environment/forward',
      websocket: true,
      config: { access: 'administrator' },
      schema: { params: environmentParameters, querystring: forwardQuery },
      async preHandler(request) {
        const { found, target, element } = await findTarget(request);
        if (target.address === undefined) {
          throw new LabcastError('element-not-found', `${element} serves nothing.`);
        }
        const gateway = resolveTarget(found, parseLab(found.blueprint), 'gateway');
        await ensureRunning(incus, gateway.instance ?? '', 'The gateway');
        request.tunnelTarget = { ...gateway, address: target.address };
      },
      handler: (socket, request) => {
        keepAlive(socket);
        const { instance = '', address = '' } = request.tunnelTarget ?? {};
        // Without -w an address that answers nothing at all would hold the client for two minutes.
        const command = ['nc', '-w', '10', address, String(request.query.port)];
        return serveForward(socket, () => incus.openExec(instance, { command }));
      },
    });
  };
}
