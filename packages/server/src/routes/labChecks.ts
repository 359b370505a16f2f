import { LabcastError, suggestName } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import type { Identity } from '../access/identify.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab } from '../labs.ts';
import { describeCheck } from '../labs/describeLab.ts';
import { isHiddenYet } from '../labs/isHiddenYet.ts';
import { runChecks } from '../labs/runChecks.ts';
import { labCheck } from '../schemas/lab.ts';
import { environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const base = '/assignments/:assignment/environments/:environment/checks';
const checksView = z.object({ checks: z.array(labCheck) }).meta({ id: 'LabChecks' });

/** The checks of one environment, with what they found. */
export function labCheckRoutes({ store, incus }: RouteDeps): FastifyPluginAsyncZod {
  async function run(
    environment: Environment,
    identity: Identity | undefined,
    name?: string,
  ): Promise<z.output<typeof checksView>> {
    const blueprint = parseLab(environment.blueprint);
    const checks = blueprint.checks.filter((check) => name === undefined || check.name === name);
    if (name !== undefined && checks.length === 0) {
      throw new LabcastError('check-not-found', `This lab has no check "${name}".`, {
        remedy: suggestName(
          name,
          blueprint.checks.map((check) => check.name),
        ),
      });
    }
    const results = await runChecks(incus, environment, { blueprint, checks });
    await store.saveCheckResults(environment.id, results, nameOf(identity));
    const tries = await store.listCheckResults(environment.id);
    return { checks: checks.map((check) => describeCheck(check, tries)) };
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      base,
      {
        config: { access: 'environment:view' },
        schema: {
          operationId: 'listChecks',
          summary: 'The checks of a lab, with their last tries',
          params: environmentParameters,
          response: { 200: checksView, ...refusals },
        },
      },
      async (request) => {
        const { environment: name } = request.params;
        const found = await findLiveEnvironment(store, assignmentOf(request), name);
        if (isHiddenYet(found, request.identity)) return { checks: [] };
        const tries = await store.listCheckResults(found.id);
        const { checks } = parseLab(found.blueprint);
        return { checks: checks.map((check) => describeCheck(check, tries)) };
      },
    );

    app.post(
      `${base}/run`,
      {
        config: { access: 'environment:check' },
        schema: {
          operationId: 'runChecks',
          summary: 'Runs all checks of a lab now, and keeps what they find',
          params: environmentParameters,
          response: { 200: checksView, ...refusals },
        },
      },
      async (request) => {
        const { environment: name } = request.params;
        const found = await findLiveEnvironment(store, assignmentOf(request), name);
        return run(found, request.identity);
      },
    );

    app.post(
      `${base}/:check/run`,
      {
        config: { access: 'environment:check' },
        schema: {
          operationId: 'runCheck',
          summary: 'Runs one check of a lab now, and keeps what it finds',
          params: environmentParameters.extend({ check: z.string().min(1).max(200) }),
          response: { 200: checksView, ...refusals },
        },
      },
      async (request) => {
        const { environment: name, check } = request.params;
        const found = await findLiveEnvironment(store, assignmentOf(request), name);
        return run(found, request.identity, check);
      },
    );
  };
}
