import { catalogueImages, listScenarios } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { needsView } from '../schemas/needs.ts';
import { refusals } from '../schemas/refusals.ts';

const scenarios = z
  .object({
    scenarios: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        summary: z.string().describe('One sentence.'),
        blueprint: z.string().describe('The lab.yaml, with comments that explain it.'),
        needs: needsView,
        elements: z.array(
          z.object({
            name: z.string(),
            kind: z.enum(['container', 'vm', 'cluster', 'app']),
            image: z.string().optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Scenarios' });

/** Labs that are ready to start from. */
export function scenarioRoutes(): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/scenarios',
      {
        config: { access: 'catalogue:view' },
        schema: {
          operationId: 'listScenarios',
          summary: 'Labs that are ready to start from, the simplest first',
          response: { 200: scenarios, ...refusals },
        },
      },
      () => ({
        scenarios: listScenarios(catalogueImages).map((scenario) => ({
          ...scenario,
          needs: { ...scenario.needs, instances: [...scenario.needs.instances] },
          elements: [...scenario.elements],
        })),
      }),
    );
  };
}
