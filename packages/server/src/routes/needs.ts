import {
  catalogueImages,
  estimateNeeds,
  estimateWork,
  forecastClass,
  planNeeds,
  sumNeeds,
  uplinkAddresses,
  workBasis,
} from '@labcast/domain';
import type { ClassForecast, HostObservation, PlainNeeds, PresentLab } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { parseLab } from '../labs.ts';
import { presentLabs } from '../presentLabs.ts';
import { needsPlan, plainNeeds } from '../schemas/needs.ts';
import { refusals } from '../schemas/refusals.ts';

/** From what a class needs, in plain words, to a lab.yaml and whether the class fits on this host. */
export function needsRoutes({ store, settings }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/needs/plan',
      {
        config: { access: 'capacity:view', changesNothing: true },
        schema: {
          operationId: 'planNeeds',
          summary: 'A lab.yaml for plain needs, and what the whole class will take',
          body: plainNeeds,
          response: { 200: needsPlan, ...refusals },
        },
      },
      async ({ body }): Promise<z.output<typeof needsPlan>> => {
        const needs = withoutUndefined(body) as PlainNeeds;
        const planned = planNeeds(needs, catalogueImages);
        const blueprint = parseLab(planned.blueprint);
        const own = estimateNeeds(blueprint);
        const [seen, environments] = await Promise.all([
          store.findHostObservation(),
          store.listLabs(),
        ]);
        const answer = {
          ...planned,
          notes: [...planned.notes],
          needs: { ...own, instances: [...own.instances] },
          basis: workBasis,
        };
        if (!seen) return { ...answer, ...unseenHost };
        const { overcommit } = settings;
        const { observation: host } = seen;
        const labs = presentLabs(environments);
        const work = estimateWork(blueprint);
        const { students } = needs;
        const forecast = forecastClass({
          students,
          also: 'dev',
          needs: own,
          work,
          host,
          labs,
          overcommit,
        });
        return {
          ...answer,
          ...toView(forecast),
          host: { ...describeHost(host, labs), overcommit },
        };
      },
    );
  };
}

const unseenHost = {
  fits: false,
  most: 0,
  problems: [
    {
      message: 'Nobody has looked at the lab host yet.',
      remedy: 'Try again in a few seconds. If it stays so, run "labcast doctor".',
    },
  ],
  waysOut: [],
};

function describeHost(host: HostObservation, labs: readonly PresentLab[]) {
  const { cpus, memoryTotalBytes, memoryAvailableBytes, poolTotalBytes, poolUsedBytes } = host;
  const { memoryBytes, storageBytes } = sumNeeds(labs.map(({ needs }) => needs));
  return {
    cpus,
    memoryTotalBytes,
    memoryAvailableBytes,
    poolTotalBytes,
    poolUsedBytes,
    addresses: uplinkAddresses(host.uplinkSubnet),
    addressesUsed: labs.length,
    promised: { memoryBytes, storageBytes },
  };
}

/** The same but for `readonly`, which zod's types do not have. */
function toView({ problems, waysOut, ...rest }: ClassForecast) {
  return {
    ...rest,
    problems: problems.map((problem) => ({ ...problem })),
    waysOut: waysOut.map(({ labs, ...way }) => ({ ...way, ...(labs && { labs: [...labs] }) })),
  };
}

/** A key without a value is one that was left out. */
function withoutUndefined(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
