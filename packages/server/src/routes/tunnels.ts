import { LabcastError } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '../access/audit.ts';
import { assignmentOf, requireAccess } from '../access/authorise.ts';
import { closeWhenRefused } from '../access/closeWhenRefused.ts';
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
  const { incus, settings } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.decorateRequest('tunnelTarget', undefined);
    app.route({
      method: 'GET',
      url: '/environments/:assignment/:environment/exec',
      websocket: true,
      config: { access: 'environment:reach' },
      schema: { params: environmentParameters, querystring: execQuery },
      preHandler: (request) => prepareExec(deps, request),
      handler: (socket, request) => {
        keepAlive(socket);
        closeWhenRefused(socket, request, settings.recheckMs);
        const { command, tty, columns, rows } = request.query;
        const environment = tty === '1' ? { TERM: 'xterm-256color' } : {};
        const terminal = tty === '1' ? { columns, rows } : undefined;
        const { instance = '', prefix = [] } = request.tunnelTarget ?? {};
        return serveExec(
          socket,
          () =>
            incus.openExec(instance, { command: [...prefix, ...command], environment }, terminal),
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
      config: { access: 'environment:takeOut' },
      schema: { params: environmentParameters, querystring: forwardQuery },
      preHandler: (request) => prepareForward(deps, request),
      handler: (socket, request) => {
        keepAlive(socket);
        closeWhenRefused(socket, request, settings.recheckMs);
        const { instance = '', address = '' } = request.tunnelTarget ?? {};
        // Without -w an address that answers nothing at all would hold the client for two minutes.
        const command = ['nc', '-w', '10', address, String(request.query.port)];
        return serveForward(socket, () => incus.openExec(instance, { command }));
      },
    });
  };
}

async function prepareExec(deps: RouteDeps, request: FastifyRequest): Promise<void> {
  const { target, element } = await findTarget(deps, request);
  if (target.instance === undefined) {
    throw new LabcastError('element-not-found', `${element} is an app: it has no machine.`, {
      remedy: 'Run the command on its cluster, with "kubectl exec".',
    });
  }
  if (element === 'gateway') {
    const { identity, place, params } = request;
    requireAccess(identity, 'environment:enterGateway', place, params);
  }
  if (target.prefix && execQuery.parse(request.query).tty === '1') {
    throw new LabcastError(
      'request-invalid',
      `${element} is a virtual machine: it has no shell here.`,
      {
        remedy: 'Open its screen or its serial console in the page, or give a command after "--".',
      },
    );
  }
  await ensureRunning(deps.incus, target.instance, element);
  request.tunnelTarget = target;
  await auditEntry(deps, request, element);
}

async function prepareForward(deps: RouteDeps, request: FastifyRequest): Promise<void> {
  const { found, target, element } = await findTarget(deps, request);
  if (target.address === undefined) {
    throw new LabcastError('element-not-found', `${element} serves nothing.`);
  }
  const gateway = resolveTarget(found, parseLab(found.blueprint), 'gateway');
  await ensureRunning(deps.incus, gateway.instance ?? '', 'The gateway');
  request.tunnelTarget = { ...gateway, address: target.address };
  await auditEntry(deps, request, element);
}

async function findTarget({ store }: RouteDeps, request: FastifyRequest) {
  const { environment } = environmentParameters.parse(request.params);
  const { element } = z.object({ element: z.string() }).parse(request.query);
  const found = await findLiveEnvironment(store, assignmentOf(request), environment);
  return { found, target: resolveTarget(found, parseLab(found.blueprint), element), element };
}

/** Whoever opens it is root in there: that it was opened is kept, what is typed is not. */
async function auditEntry({ store }: RouteDeps, request: FastifyRequest, element: string) {
  const { name } = assignmentOf(request);
  const { environment } = environmentParameters.parse(request.params);
  request.auditTarget = `${name}/${environment} ${element}`;
  await audit(request, store, 101);
}
