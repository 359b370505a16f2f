import { LabcastError } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { admission } from '../admission.ts';
import type { RouteDeps } from '../deps.ts';
import { findEnvironmentEver, findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab, planLab } from '../labs.ts';
import { environmentView, toEnvironmentView } from '../schemas/environment.ts';
import { environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const config = { access: 'administrator' } as const;
const base = '/environments/:assignment/:environment';

const change = z
  .object({
    action: z.enum(['create', 'change', 'restart', 'replace', 'remove']),
    element: z.string(),
    destroysData: z.boolean(),
    message: z.string(),
  })
  .meta({ id: 'Change' });

const blueprintView = z
  .object({ blueprint: z.string().describe('The whole lab.yaml.') })
  .meta({ id: 'Blueprint' });

const applied = z.strictObject({
  blueprint: z.string(),
  allowDataLoss: z.boolean().default(false),
});

const planned = z.object({ changes: z.array(change) }).meta({ id: 'Plan' });

/** The lab.yaml of an environment: read, tried, replaced. */
export function blueprintRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      `${base}/blueprint`,
      {
        config,
        schema: {
          operationId: 'getBlueprint',
          summary: 'Its lab.yaml, as it was written',
          params: environmentParameters,
          response: { 200: blueprintView, ...refusals },
        },
      },
      async ({ params }) => {
        const { blueprint } = await findEnvironmentEver(
          store,
          params.assignment,
          params.environment,
        );
        return { blueprint };
      },
    );

    app.post(
      `${base}/plan`,
      {
        config,
        schema: {
          operationId: 'planBlueprint',
          summary: 'What another lab.yaml would change',
          params: environmentParameters,
          body: z.strictObject({ blueprint: z.string() }),
          response: {
            200: planned,
            ...refusals,
          },
        },
      },
      async ({ params, body }) => {
        const environment = await findLiveEnvironment(store, params.assignment, params.environment);
        return { changes: planLab(environment.blueprint, body.blueprint) };
      },
    );

    app.put(
      `${base}/blueprint`,
      {
        config,
        schema: {
          operationId: 'applyBlueprint',
          summary: 'Makes another lab.yaml the wanted one',
          params: environmentParameters,
          body: applied,
          response: { 200: environmentView, ...refusals },
        },
      },
      async ({ params, body }) => {
        const environment = await findLiveEnvironment(store, params.assignment, params.environment);
        const blueprint = parseLab(body.blueprint);
        if (!body.allowDataLoss) refuseDataLoss(environment, body.blueprint);
        const admit = await admission(deps, blueprint, environment.blueprint);
        const changed = await store.changeWanted(
          environment.id,
          { blueprint: body.blueprint },
          admit,
        );
        return toEnvironmentView(changed);
      },
    );
  };
}

function refuseDataLoss(environment: Environment, blueprint: string): void {
  const losses = planLab(environment.blueprint, blueprint).filter(
    ({ destroysData }) => destroysData,
  );
  if (losses.length === 0) return;
  throw new LabcastError('confirmation-needed', 'This would delete what is on these elements.', {
    problems: losses.map(({ element, message }) => ({ message, path: `elements.${element}` })),
    remedy: 'Save what is needed, then apply it again and allow the loss of data.',
  });
}
