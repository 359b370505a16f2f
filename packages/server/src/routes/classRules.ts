import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import { toPolicyView } from '../class/describeClass.ts';
import { freezeClass } from '../class/freezeClass.ts';
import { openFrozen } from '../class/openFrozen.ts';
import { studentsOf } from '../class/readClass.ts';
import { savePolicy } from '../class/savePolicy.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { classActionResult, policyRequest, policyView } from '../schemas/class.ts';
import { environmentView, toEnvironmentView } from '../schemas/environment.ts';
import { assignmentParameters, environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const base = '/assignments/:assignment/class';

/** The rules of a class by the clock: deadline, idle stop, exam, and what was frozen. */
export function classRuleRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.put(
      `${base}/policy`,
      {
        config: { access: 'class:rule' },
        schema: {
          operationId: 'saveClassPolicy',
          summary: 'Sets deadline, idle stop and exam; what is left out is no more',
          params: assignmentParameters,
          body: policyRequest,
          response: { 200: policyView, ...refusals },
        },
      },
      async (request) => {
        const { id } = assignmentOf(request);
        return toPolicyView(await savePolicy(store, id, request.body));
      },
    );

    app.post(
      `${base}/freeze`,
      {
        config: { access: 'class:rule' },
        schema: {
          operationId: 'freezeClass',
          summary: 'Keeps the work of every student as it is now, then stops and locks it',
          params: assignmentParameters,
          body: z.strictObject({ environments: z.array(z.string()).optional() }).nullish(),
          response: { 200: classActionResult, ...refusals },
        },
      },
      async (request) => {
        const all = studentsOf(await store.listLabs(), assignmentOf(request).id);
        const names = request.body?.environments;
        const chosen = all.filter(({ name }) => names?.includes(name) ?? true);
        return freezeClass(store, chosen, nameOf(request.identity));
      },
    );

    app.post(
      '/environments/:assignment/:environment/frozen/open',
      {
        config: { access: 'environment:change' },
        schema: {
          operationId: 'openFrozen',
          summary: 'Makes a running copy of the work that was frozen, to look at',
          params: environmentParameters,
          body: z.strictObject({ mode: z.enum(['read', 'run']) }),
          response: { 200: environmentView, 202: environmentView, ...refusals },
        },
      },
      async (request, reply) => {
        const { params, body } = request;
        const assignment = assignmentOf(request);
        const frozen = await findLiveEnvironment(store, assignment, params.environment);
        const copy = await openFrozen(deps, frozen, body.mode);
        return reply.code(202).send(toEnvironmentView(copy));
      },
    );
  };
}
