import type { Assignment, Checkpoint, Environment } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { changesBetween, describeReleases, releaseOf } from '../pipeline/describeReleases.ts';
import { toEnvironmentView } from '../schemas/environment.ts';
import { assignmentParameters } from '../schemas/names.ts';
import { pipelineView } from '../schemas/pipeline.ts';
import { refusals } from '../schemas/refusals.ts';
import { toRunView } from '../schemas/run.ts';
import { mostRuns } from './runs.ts';
import { hasSomething } from './tasks.ts';

type PipelineView = z.output<typeof pipelineView>;

/** Dev, prod and the way from one to the other, in one answer. */
export function pipelineRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/assignments/:assignment/pipeline',
      {
        config: { access: 'assignment:view' },
        schema: {
          operationId: 'getPipeline',
          summary: 'Dev and prod, what differs, the last runs and all releases',
          params: assignmentParameters,
          response: { 200: pipelineView, ...refusals },
        },
      },
      (request) => describePipeline(deps, assignmentOf(request)),
    );
  };
}

async function describePipeline(
  { store }: RouteDeps,
  assignment: Assignment,
): Promise<PipelineView> {
  const [dev, prod, checkpoints, runs, releases, stored] = await Promise.all([
    store.findEnvironment(assignment.name, 'dev'),
    store.findEnvironment(assignment.name, 'prod'),
    store.listCheckpoints(assignment.id),
    store.listRuns(assignment.id, mostRuns),
    describeReleases(store, assignment),
    store.listReleases(assignment.id),
  ]);
  const release = prod && releaseOf(prod, stored);
  return {
    ...(dev && { dev: describeDev(dev, checkpoints) }),
    ...(prod && {
      prod: {
        environment: toEnvironmentView(prod),
        ...(release && { release: release.number, since: release.createdAt.toISOString() }),
      },
    }),
    wouldChange: dev && prod ? changesBetween(prod.blueprint, dev.blueprint) : [],
    runs: runs.map((run) => toRunView(run, runs)),
    releases,
    mayPromote: mayPromote(dev),
  };
}

function describeDev(
  dev: Environment,
  checkpoints: readonly Checkpoint[],
): NonNullable<PipelineView['dev']> {
  const last = checkpoints.find(({ sourceId, state }) => sourceId === dev.id && state === 'kept');
  return {
    environment: toEnvironmentView(dev),
    ...(last && {
      changesSince: {
        checkpoint: last.number,
        changes: changesBetween(last.blueprint, dev.blueprint),
      },
    }),
  };
}

function mayPromote(dev: Environment | undefined): PipelineView['mayPromote'] {
  if (!dev) return { allowed: false, reason: 'There is no dev environment yet.' };
  if (dev.wanted === 'absent') return { allowed: false, reason: 'The lab is being deleted.' };
  if (!hasSomething(dev))
    return { allowed: false, reason: 'The dev environment has no machine yet.' };
  return { allowed: true };
}
