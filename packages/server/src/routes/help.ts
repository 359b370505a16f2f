import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { helpView } from '../schemas/lab.ts';
import { environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const url = '/assignments/:assignment/environments/:environment/help';
const message = z
  .string()
  .max(1_000)
  .regex(/^[^\0]*$/, 'A message holds no NUL.');

/** A student who asks for help stands first on the class's board. */
export function helpRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      url,
      {
        config: { access: 'environment:askHelp' },
        schema: {
          operationId: 'askHelp',
          summary: 'Asks the instructor and the assistants for help',
          description: 'Once more changes the message and keeps the place.',
          params: environmentParameters,
          body: z.strictObject({ message: message.default('') }),
          response: { 200: helpView, ...refusals },
        },
      },
      async (request) => {
        const { params, body, identity } = request;
        const { id } = await findLiveEnvironment(store, assignmentOf(request), params.environment);
        const help = await store.askHelp(id, { message: body.message, askedBy: nameOf(identity) });
        return {
          message: help.message,
          askedBy: help.askedBy,
          since: help.since.toISOString(),
        };
      },
    );

    app.delete(
      url,
      {
        config: { access: 'environment:answerHelp' },
        schema: {
          operationId: 'endHelp',
          summary: 'Says that help is not needed any more, or was given',
          params: environmentParameters,
          response: { 204: z.null(), ...refusals },
        },
      },
      async (request, reply) => {
        const { environment: name } = request.params;
        const { id } = await findLiveEnvironment(store, assignmentOf(request), name);
        await store.endHelp(id);
        return reply.code(204).send(null);
      },
    );
  };
}
