import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { assignmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

/** More than the elements and networks of the largest lab, and of those that it had before. */
const mostPositions = 500;
/** Far outside of what anybody draws. */
const coordinate = z.number().min(-1_000_000).max(1_000_000);

const layout = z
  .object({
    positions: z
      .record(z.string().max(30), z.strictObject({ x: coordinate, y: coordinate }))
      .refine((positions) => Object.keys(positions).length <= mostPositions, {
        error: `A layout has at most ${mostPositions} positions.`,
      })
      .describe('Of elements and networks by name.'),
  })
  .meta({ id: 'Layout' });

/** Where the elements of an assignment stand on the canvas. */
export function layoutRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    const path = '/assignments/:assignment/layout';
    app.get(
      path,
      {
        config: { access: 'assignment:view' },
        schema: {
          operationId: 'getLayout',
          summary: 'Where its elements stand on the canvas',
          params: assignmentParameters,
          response: { 200: layout, ...refusals },
        },
      },
      async (request) => ({ positions: await store.getLayout(assignmentOf(request).id) }),
    );
    app.put(
      path,
      {
        config: { access: 'assignment:change' },
        schema: {
          operationId: 'saveLayout',
          summary: 'Puts its elements elsewhere on the canvas',
          params: assignmentParameters,
          body: layout,
          response: { 200: layout, ...refusals },
        },
      },
      async (request) => {
        const { positions } = request.body;
        await store.saveLayout(assignmentOf(request).id, positions);
        return { positions };
      },
    );
  };
}
