import { keepWishes, LabcastError } from '@labcast/domain';
import type { Change, ElementWishes } from '@labcast/domain';
import { isOutdated } from '@labcast/store';
import type { Assignment, Environment, Store } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import { admission } from '../admission.ts';
import { keepThenApply } from '../blueprints/keepThenApply.ts';
import type { Kept } from '../blueprints/keepThenApply.ts';
import { originsAfter } from '../blueprints/originsAfter.ts';
import type { RouteDeps } from '../deps.ts';
import { findEnvironmentEver, findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab, planLab } from '../labs.ts';
import { RefusalWithDetails } from '../refusalWithDetails.ts';
import { changeView } from '../schemas/change.ts';
import { environmentView, toEnvironmentView } from '../schemas/environment.ts';
import { environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const base = '/environments/:assignment/:environment';

const blueprintView = z
  .object({
    blueprint: z.string().describe('The whole lab.yaml.'),
    generation: z.number().int().describe('0 while the environment waits for its first use.'),
  })
  .meta({ id: 'Blueprint' });

const applied = z.strictObject({
  blueprint: z.string(),
  allowDataLoss: z.boolean().default(false),
  keepFirst: z
    .boolean()
    .default(false)
    .describe(
      'Where something that is stored would be lost, take a checkpoint before. The change is made once that is kept: usually before the answer, which then tells its number.',
    ),
  bringBack: z
    .record(z.string().max(100), z.number().int().positive())
    .default({})
    .describe('Elements that begin with what a checkpoint of this number holds of them.'),
  ifGeneration: z
    .number()
    .int()
    .optional()
    .describe(
      'Refuse with `blueprint-changed` when the lab.yaml was changed since this generation.',
    ),
});

const appliedView = environmentView
  .extend({
    keptIn: z
      .number()
      .int()
      .optional()
      .describe('Number of the checkpoint that holds what was lost, as 14 of c14.'),
  })
  .meta({ id: 'AppliedEnvironment' });

const planned = z.object({ changes: z.array(changeView) }).meta({ id: 'Plan' });

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
          response: { 200: appliedView, ...refusals },
        },
      },
      async (request) => {
        const assignment = assignmentOf(request);
        const { environment } = request.params;
        const applied = { ...request.body, changedBy: nameOf(request.identity) };
        try {
          const { keptIn, environment: now } = await apply(deps, assignment, environment, applied);
          return { ...toEnvironmentView(now), ...(keptIn !== undefined && { keptIn }) };
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
  { blueprint: text, allowDataLoss, keepFirst, bringBack, ifGeneration, changedBy }: Applied,
): Promise<Kept> {
  const { store } = deps;
  const blueprint = parseLab(text);
  if (await isWaiting(store, assignment, name)) {
    if (ifGeneration !== undefined && ifGeneration !== 0) throw somebodyWasQuicker(assignment);
    const admit = await admission(deps, blueprint);
    return { environment: await store.createDevEnvironment(assignment.id, text, admit) };
  }
  const environment = await findLiveEnvironment(store, assignment, name);
  if (ifGeneration !== undefined && isOutdated(environment, ifGeneration)) {
    throw somebodyWasQuicker(assignment);
  }
  const losses = lossesBy(environment, text);
  if (!allowDataLoss) refuseDataLoss(losses);
  const admit = await admission(deps, blueprint, environment.blueprint);
  const elements = Object.keys(blueprint.elements);
  const origins = await originsAfter(store, environment, blueprint, bringBack);
  if (keepFirst && hasAnyMachine(environment, losses)) {
    const others = (await store.listLabs()).filter(({ id }) => id !== environment.id);
    admit(others);
    const since = { ifGeneration: ifGeneration ?? environment.generation };
    return keepThenApply(deps, environment, { blueprint: text, origins, ...since }, changedBy);
  }
  const change = {
    blueprint: text,
    changedBy,
    origins,
    wishes: (before: ElementWishes) => keepWishes(before, elements),
  };
  return {
    environment: await store.changeWanted(environment.id, change, admit, ifGeneration),
  };
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

function lossesBy(environment: Environment, blueprint: string): Change[] {
  return planLab(environment.blueprint, blueprint).filter(({ destroysData }) => destroysData);
}

/** What failed before its machine was made has no disk that could be kept, and goes like anything else. */
function hasAnyMachine({ status }: Environment, losses: readonly Change[]): boolean {
  const names = losses.map(({ element }) => element);
  return status.elements.some(
    ({ name, instances }) => names.includes(name) && instances.length > 0,
  );
}

function refuseDataLoss(losses: readonly Change[]): void {
  if (losses.length === 0) return;
  throw new LabcastError('confirmation-needed', 'This would delete what is on these elements.', {
    problems: losses.map(({ element, message }) => ({ message, path: `elements.${element}` })),
    remedy: 'Save what is needed, then apply it again and allow the loss of data.',
  });
}
