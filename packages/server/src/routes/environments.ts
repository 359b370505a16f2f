import { elementActions, wish } from '@labcast/domain';
import type { ElementAction, ElementWishes } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { admission } from '../admission.ts';
import type { RouteDeps } from '../deps.ts';
import { findEnvironmentEver, findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab } from '../labs.ts';
import { environmentView, logLine, toEnvironmentView, toLogLine } from '../schemas/environment.ts';
import { environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const base = '/environments/:assignment/:environment';

/** One environment: what it is, what happens to it, and its actions. */
export function environmentRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      base,
      {
        config: { access: 'environment:view' },
        schema: {
          operationId: 'getEnvironment',
          summary: 'One environment; one that was deleted too',
          params: environmentParameters,
          response: { 200: environmentView, ...refusals },
        },
      },
      async (request) =>
        toEnvironmentView(
          await findEnvironmentEver(store, assignmentOf(request), request.params.environment),
        ),
    );

    app.post(
      `${base}/actions`,
      {
        config: { access: 'environment:operate' },
        schema: {
          operationId: 'act',
          summary: 'Starts, stops or restarts all of it, or tries again what failed',
          params: environmentParameters,
          body: z.strictObject({ action: z.enum(elementActions) }),
          response: { 200: environmentView, ...refusals },
        },
      },
      async (request) => {
        const { params, body } = request;
        const environment = await findLiveEnvironment(
          store,
          assignmentOf(request),
          params.environment,
        );
        return toEnvironmentView(await act(deps, environment, body.action));
      },
    );

    app.get(
      `${base}/log`,
      {
        config: { access: 'environment:view' },
        schema: {
          operationId: 'getLog',
          summary: 'What happened, oldest first, at most 5000 lines at once',
          params: environmentParameters,
          querystring: z.object({
            after: z
              .string()
              .regex(/^\d{1,18}$/, 'This is the id of a log line.')
              .optional(),
          }),
          response: { 200: z.object({ lines: z.array(logLine) }).meta({ id: 'Log' }), ...refusals },
        },
      },
      async (request) => {
        const { params, query } = request;
        const { id } = await findEnvironmentEver(store, assignmentOf(request), params.environment);
        return { lines: (await store.listLog(id, query.after)).map(toLogLine) };
      },
    );
  };
}

/** Starting or restarting all of it means every element: also those that were stopped one by one. */
async function act(
  deps: RouteDeps,
  environment: Environment,
  action: ElementAction,
): Promise<Environment> {
  const { store } = deps;
  if (action === 'retry') return store.changeWanted(environment.id, {});
  if (action === 'stop') {
    if (environment.wanted === 'stopped') return environment;
    return store.changeWanted(environment.id, { wanted: 'stopped' });
  }
  const blueprint = parseLab(environment.blueprint);
  const isOn = environment.wanted === 'running';
  const someAreStopped = Object.values(environment.wishes).some(({ stopped }) => stopped);
  if (action === 'start' && isOn && !someAreStopped) return environment;
  const admit = isOn ? undefined : await admission(deps, blueprint);
  // What is off is restarted by its start.
  const asked = isOn ? action : 'start';
  const elements = Object.entries(blueprint.elements)
    // Apps run again with their cluster.
    .filter(([name, { kind }]) => kind !== 'app' || environment.wishes[name]?.stopped)
    .map(([name]) => name);
  const wishes = (before: ElementWishes) => wish(before, elements, asked);
  return store.changeWanted(environment.id, { wanted: 'running', wishes }, admit);
}
