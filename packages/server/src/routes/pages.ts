import { LabcastError } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { appLabel, appOrigin } from '../apps/appHosts.ts';
import { entrancePath } from '../apps/appProxy.ts';
import { makeTicket } from '../apps/appVisits.ts';
import { elementParameters, findConsole, findConsolePlace } from '../consoles/findConsole.ts';
import type { ConsolePlace } from '../consoles/findConsole.ts';
import type { RouteDeps } from '../deps.ts';
import { refusals } from '../schemas/refusals.ts';

const pageQuery = z.object({
  port: z.coerce.number().int().min(1).max(65_535).optional(),
});

export function pageRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { settings, store } = deps;
  const { publicUrl, appsDomain = 'localhost' } = settings;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/environments/:assignment/:environment/elements/:element/page',
      {
        config: { access: 'environment:enter' },
        schema: {
          operationId: 'openPage',
          summary: 'An address that opens the page of an app, once and within a minute',
          description:
            'The page has an origin of its own. `port` is for containers, where several may serve; the first of ' +
            'their `ports` unless told.',
          params: elementParameters,
          querystring: pageQuery,
          response: { 200: z.object({ url: z.string() }), ...refusals },
        },
      },
      async (request) => {
        const { host = '' } = request.headers;
        const asked = URL.parse(`http://${host}`)?.hostname;
        if (appsDomain === 'localhost' && asked === publicUrl?.hostname) throw noDomain();
        const { port } = request.query;
        // A program may serve on a port that nobody declared.
        const place =
          port === undefined
            ? await findConsole(deps, request, 'page')
            : await findConsolePlace(deps, request);
        const { environment, name: element } = place;
        const target = {
          element,
          port: findPort(place, port),
          isApp: place.element?.kind === 'app',
        };
        const { identity } = request;
        if (!identity) throw new Error('Nobody is signed in.');
        const ticket = await makeTicket(store, {
          environmentId: environment.id,
          element,
          port: target.port,
          credential: identity.credential,
          platformOrigin: request.headers.origin ?? publicUrl?.origin ?? `http://${host}`,
        });
        const origin = appOrigin(appLabel(environment, target), { appsDomain, publicUrl }, host);
        return { url: `${origin}${entrancePath}?ticket=${ticket}` };
      },
    );
  };
}

function findPort({ element, name }: ConsolePlace, wanted: number | undefined): number {
  if (element?.kind === 'app' && (wanted === undefined || wanted === element.port)) {
    return element.port;
  }
  const port = element?.kind === 'container' ? (wanted ?? element.ports[0]) : undefined;
  if (port !== undefined) return port;
  throw new LabcastError('element-not-found', `${name} has no page on port ${String(wanted)}.`, {
    remedy: 'Only containers serve on several ports.',
  });
}

function noDomain(): LabcastError {
  return new LabcastError(
    'apps-domain-missing',
    'Pages of labs cannot be opened from other machines yet.',
    {
      remedy:
        'Ask the administrator to set LABCAST_APPS_DOMAIN (see "Pages of apps" in docs/operations.md), or use "labcast open".',
    },
  );
}
