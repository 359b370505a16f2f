import { keepWishes, LabcastError } from '@labcast/domain';
import type { ElementWishes } from '@labcast/domain';
import { isOutdated } from '@labcast/store';
import type { Assignment, Environment, Store } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import { admission } from '../admission.ts';
import type { RouteDeps } from '../deps.ts';
import { findEnvironmentEver, findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab, planLab } from '../labs.ts';
import { RefusalWithDetails } from '../refusalWithDetails.ts';
import { environmentView, toEnvironmentView } from '../schemas/environment.ts';
import { environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

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
  .object({
    blueprint: z.string().describe('The whole lab.yaml.'),
    generation: z.number().int().describe('0 while the environment waits for its first use.'),
  })
  .meta({ id: 'Blueprint' });

const applied = z.strictObject({
  blueprint: z.string(),
  allowDataLoss: z.boolean().default(false),
  ifGeneration: z
    .number()
    .int()
    .optional()
    .describe(
      'Refuse with `blueprint-changed` when the lab.yaml was changed since this generation.',
    ),
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
        config: { access: 'environment:readBlueprint' },
        schema: {
          operationId: 'getBlueprint',
          summary: 'Its lab.yaml, as it was written',
          params: environmentParameters,
          response: { 200: blueprintView, ...refusals },
        },
      },
      (request) => findLab(store, assignmentOf(request), request.params.environment),
    );

    app.post(
      `${base}/plan`,
      {
        config: { access: 'environment:readBlueprint', changesNothing: true },
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
      async (request) => {
        const { blueprint } = await findLab(
          store,
          assignmentOf(request),
          request.params.environment,
          true,
        );
        return { changes: planLab(blueprint, request.body.blueprint) };
      },
    );

    app.put(
      `${base}/blueprint`,
      {
        config: { access: 'environment:change' },
        schema: {
          operationId: 'applyBlueprint',
          summary: 'Makes another lab.yaml the wanted one',
          params: environmentParameters,
          body: applied,
          response: { 200: environmentView, ...refusals },
        },
      },
      async (request) => {
        const assignment = assignmentOf(request);
        const { environment } = request.params;
        const applied = { ...request.body, changedBy: nameOf(request.identity) };
        try {
          return toEnvironmentView(await apply(deps, assignment, environment, applied));
        } catch (error) {
          if (!(error instanceof LabcastError) || error.code !== 'blueprint-changed') throw error;
          const present = await findLab(store, assignment, environment);
          const { code, message, remedy } = error;
          const options = { cause: error, ...(remedy !== undefined && { remedy }) };
          throw new RefusalWithDetails(code, message, options, { present });
        }
      },
    );
  };
}

type Applied = z.output<typeof applied> & { readonly changedBy: string };

/** The first use of an assignment that began blank makes its dev environment. */
async function apply(
  deps: RouteDeps,
  assignment: Assignment,
  name: string,
  { blueprint: text, allowDataLoss, ifGeneration, changedBy }: Applied,
): Promise<Environment> {
  const { store } = deps;
  const blueprint = parseLab(text);
  if (await isWaiting(store, assignment, name)) {
    if (ifGeneration !== undefined && ifGeneration !== 0) throw somebodyWasQuicker(assignment);
    const admit = await admission(deps, blueprint);
    return store.createDevEnvironment(assignment.id, text, admit);
  }
  const environment = await findLiveEnvironment(store, assignment, name);
  if (ifGeneration !== undefined && isOutdated(environment, ifGeneration)) {
    throw somebodyWasQuicker(assignment);
  }
  if (!allowDataLoss) refuseDataLoss(environment, text);
  const admit = await admission(deps, blueprint, environment.blueprint);
  const elements = Object.keys(blueprint.elements);
  const change = {
    blueprint: text,
    changedBy,
    wishes: (before: ElementWishes) => keepWishes(before, elements),
  };
  return store.changeWanted(environment.id, change, admit, ifGeneration);
}

/** Before anything is said about the change itself, which was made for another text. */
function somebodyWasQuicker({ title }: Assignment): LabcastError {
  return new LabcastError('blueprint-changed', `Somebody else has changed ${title} meanwhile.`, {
    remedy: 'Look at what it is now, and make your change to that.',
  });
}

async function isWaiting(store: Store, assignment: Assignment, name: string): Promise<boolean> {
  if (assignment.draft === undefined || assignment.removedAt || name !== 'dev') return false;
  return (await store.findEnvironment(assignment.name, name)) === undefined;
}

/** Of a removed environment too, unless it must be there. */
async function findLab(
  store: Store,
  assignment: Assignment,
  name: string,
  isLive = false,
): Promise<{ blueprint: string; generation: number }> {
  if (assignment.draft !== undefined && (await isWaiting(store, assignment, name))) {
    return { blueprint: assignment.draft, generation: 0 };
  }
  const find = isLive ? findLiveEnvironment : findEnvironmentEver;
  const { blueprint, generation } = await find(store, assignment, name);
  return { blueprint, generation };
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
