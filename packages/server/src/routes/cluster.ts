import { instanceName, LabcastError } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { createClusterAsker } from '../clusters/askCluster.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab } from '../labs.ts';
import { requireElement } from '../requireElement.ts';
import { elementParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';
import { ensureRunning } from '../tunnels/ensureRunning.ts';

const clusterView = z
  .object({
    nodes: z.array(
      z.object({
        name: z.string(),
        ready: z.boolean(),
        message: z.string(),
        address: z.string(),
        version: z.string(),
      }),
    ),
    workloads: z.array(
      z.object({
        kind: z.string(),
        namespace: z.string(),
        name: z.string(),
        wanted: z.number(),
        ready: z.number(),
      }),
    ),
    pods: z.array(
      z.object({
        namespace: z.string(),
        name: z.string(),
        node: z.string(),
        owner: z.string().describe('The workload that made it.'),
        state: z.string().describe("Kubernetes's own word."),
        message: z.string(),
        ready: z.number(),
        containers: z.number(),
        restarts: z.number(),
        since: z.string(),
      }),
    ),
    events: z.array(
      z.object({
        at: z.string(),
        warning: z.boolean(),
        object: z.string(),
        reason: z.string(),
        message: z.string(),
        count: z.number(),
      }),
    ),
  })
  .meta({ id: 'Cluster' });

/** What is in a cluster, as its own control plane says. */
export function clusterRoutes({ store, incus }: RouteDeps): FastifyPluginAsyncZod {
  const ask = createClusterAsker(incus);
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/environments/:assignment/:environment/elements/:element/cluster',
      {
        config: { access: 'environment:view' },
        schema: {
          operationId: 'getCluster',
          summary: 'Nodes, workloads, pods and the last 50 events of a cluster',
          params: elementParameters,
          response: { 200: clusterView, ...refusals },
        },
      },
      async (request) => {
        const { element: name, environment } = request.params;
        const { key, blueprint } = await findLiveEnvironment(
          store,
          assignmentOf(request),
          environment,
        );
        const element = requireElement(parseLab(blueprint), name);
        if (element.kind !== 'cluster') {
          throw new LabcastError('request-invalid', `${name} is no Kubernetes cluster.`);
        }
        const controlPlane = instanceName(key, name);
        await ensureRunning(incus, controlPlane, name);
        return ask(controlPlane);
      },
    );
  };
}
