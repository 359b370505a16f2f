import { isNoise, LabcastError } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { openArchive } from '../consoles/openArchive.ts';
import { elementParameters, findConsole } from '../consoles/findConsole.ts';
import type { RouteDeps } from '../deps.ts';
import { compare } from '../pipeline/compare.ts';
import { refusals } from '../schemas/refusals.ts';

/** The work of a student as one file, to keep or to mark elsewhere. */
export function exportWorkRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store, incus } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/environments/:assignment/:environment/elements/:element/export',
      {
        config: { access: 'environment:takeOut' },
        schema: {
          operationId: 'exportWork',
          summary: 'The files of an element that differ from a release, as a .tar.gz',
          description: 'Without what changes by itself, such as logs and caches.',
          params: elementParameters,
          querystring: z.object({
            from: z
              .string()
              .regex(/^[cr][1-9]\d{0,6}$/, 'Write r2 or c14.')
              .optional()
              .describe('What it is compared with; by default the release that it has.'),
          }),
          response: { 200: z.any().describe('application/gzip'), ...refusals },
        },
      },
      async (request, reply) => {
        const place = await findConsole(deps, request, 'files');
        const assignment = assignmentOf(request);
        const { name, releaseNumber } = place.environment;
        const from = request.query.from ?? releaseFrom(releaseNumber);
        const { elements, filesError } = await compare(store, assignment, { from, to: name });
        if (filesError !== undefined) throw new LabcastError('step-failed', filesError);
        const { files = [] } = elements.find((one) => one.name === place.name) ?? {};
        const paths = files
          .filter(({ path, change }) => change !== 'removed' && !isNoise(path))
          .map(({ path }) => path);
        if (paths.length === 0) {
          throw new LabcastError(
            'file-not-found',
            `Nothing on ${place.name} of ${name} differs from ${from}.`,
          );
        }
        const file = `${assignment.name}-${name}-${place.name}.tar.gz`;
        const archive = await openArchive(incus, place.instance, paths);
        return reply
          .header('content-disposition', `attachment; filename="${file}"`)
          .header('content-security-policy', "default-src 'none'; sandbox")
          .type('application/gzip')
          .send(archive);
      },
    );
  };
}

function releaseFrom(release: number | undefined): string {
  if (release !== undefined) return `r${String(release)}`;
  throw new LabcastError('request-invalid', 'This lab came from no release.', {
    remedy: 'Say with what it is compared, as from=c14.',
  });
}
