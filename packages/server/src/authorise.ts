import { createHash } from 'node:crypto';
import { LabcastError } from '@labcast/domain';
import type { Store } from '@labcast/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What a route needs of its caller. */
type Access = 'anybody' | 'administrator';

interface DeclaredRoute {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
  readonly isSocket: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyInstance {
    /** Every route and socket with what it needs; complete once the server is ready. */
    declaredRoutes: DeclaredRoute[];
  }
}

/**
 * The one place that decides who may call what. A route that does not say what it needs keeps the server from starting;
 * must be added before any route.
 */
export function authorise(app: FastifyInstance, store: Pick<Store, 'isAdminTokenHash'>): void {
  app.decorate('declaredRoutes', []);
  app.addHook('onRoute', ({ method, url, config, websocket }) => {
    const access = config?.access;
    if (access === undefined) {
      throw new Error(`The route ${String(method)} ${url} does not declare who may call it.`);
    }
    const methods = Array.isArray(method) ? method : [method];
    for (const one of methods) {
      app.declaredRoutes.push({ method: one, url, access, isSocket: websocket === true });
    }
  });
  app.addHook('onRequest', async (request) => {
    // A path that is no route has no configuration; it gets its 404 whoever asks.
    if (request.is404 || request.routeOptions.config.access === 'anybody') return;
    if (!(await isAdministrator(request, store))) throw notSignedIn();
  });
}

async function isAdministrator(
  request: FastifyRequest,
  store: Pick<Store, 'isAdminTokenHash'>,
): Promise<boolean> {
  const [, token = ''] =
    /^Bearer ([\w.~+/=-]{1,512})$/.exec(request.headers.authorization ?? '') ?? [];
  // Nothing depends on how the token begins: what is looked up is its hash, also for one that is missing.
  const hash = createHash('sha256').update(token).digest('hex');
  return (await store.isAdminTokenHash(hash)) && token !== '';
}

/** The same for a missing, malformed and wrong token. */
function notSignedIn(): LabcastError {
  return new LabcastError('not-signed-in', 'This needs the token of an administrator.', {
    remedy:
      'Run labcast as root on the lab server, or set LABCAST_TOKEN to the content of /var/lib/labcast/admin-token there.',
  });
}
