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
        config: { access: 'environment:change' },
        schema: {
          operationId: 'act',
          summary: 'Starts, stops, or tries again what failed',
          params: environmentParameters,
          body: z.strictObject({ action: z.enum(['start', 'stop', 'retry']) }),
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
        const wanted = wantedBy[body.action];
        if (wanted !== undefined && wanted === environment.wanted) {
          return toEnvironmentView(environment);
        }
        const admit =
          wanted === 'running' ? await admission(deps, parseLab(environment.blueprint)) : undefined;
        const changed = await store.changeWanted(
          environment.id,
          { ...(wanted && { wanted }) },
          admit,
        );
        return toEnvironmentView(changed);
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

const wantedBy = { start: 'running', stop: 'stopped', retry: undefined } as const;
