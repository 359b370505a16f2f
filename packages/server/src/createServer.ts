import { randomUUID } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import type { Server } from 'node:http';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import websocket from '@fastify/websocket';
import Fastify, { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { auditChanges } from './access/audit.ts';
import { authorise } from './access/authorise.ts';
import { createAppProxy } from './apps/appProxy.ts';
import type { RouteDeps, ServerDeps } from './deps.ts';
import { answerError } from './errors.ts';
import { createEventHub } from './events/eventHub.ts';
import { logRequests } from './http/logRequests.ts';
import { protectFromBrowsers } from './http/protectFromBrowsers.ts';
import { socketOptions } from './http/socketOptions.ts';
import { withoutUnusedSchemas } from './http/withoutUnusedSchemas.ts';
import { apiRoutes } from './routes/apiRoutes.ts';
import { healthRoutes } from './routes/health.ts';
import { openApiRoutes } from './routes/openApi.ts';
import { webRoutes } from './web/webRoutes.ts';

/** Far above any `lab.yaml` with its files; far below what would hurt. */
const bodyLimitBytes = 2 * 1024 * 1024;
/** Per client address and minute: stops a loop gone wild, not a class that starts. */
const requestsPerMinute = 3_000;

/** Uploads may take hours; Fastify's own server has these too. */
const httpOptions = { requestTimeout: 0, keepAliveTimeout: 72_000 } as const;

/** The whole HTTP server, not listening yet. Throws `database-unavailable`. */
export async function createServer(deps: ServerDeps): Promise<FastifyInstance> {
  const events = await createEventHub(deps.store, deps.logger);
  try {
    const app = await buildServer({ ...deps, events });
    await app.ready();
    return app;
  } catch (error) {
    await events.close();
    throw error;
  }
}

/** Its description alone (`app.swagger()`) needs nothing that answers. */
export async function buildServer(deps: RouteDeps): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = deps.logger;
  const apps = createAppProxy(deps);
  // Sockets of the platform, told from those of apps by the host.
  const upgrades = createHttpServer();
  const app = Fastify({
    serverFactory: (handle) =>
      createHttpServer(httpOptions, (request, response) => {
        if (apps.serves(request)) apps.request(request, response);
        else handle(request, response);
      }),
    loggerInstance,
    genReqId: () => randomUUID(),
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    exposeHeadRoutes: false,
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 100 },
    // A reverse proxy on this machine tells from where somebody asks; others are not believed.
    trustProxy: 'loopback',
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request) => {
    throw Object.assign(
      new Error(`There is no ${request.method} ${request.url.split('?')[0] ?? ''}.`),
      {
        statusCode: 404,
      },
    );
  });
  // The plugin for sockets first: it ends those that a later hook refuses.
  app.server.on('upgrade', (request, socket, head) => {
    if (apps.serves(request)) apps.upgrade(request, socket, head);
    else upgrades.emit('upgrade', request, socket, head);
  });
  await addPlugins(app, upgrades);
  logRequests(app, deps.metrics);
  protectFromBrowsers(app, deps.settings.publicUrl);
  app.addHook('onRequest', app.rateLimit());
  authorise(app, deps);
  auditChanges(app, deps.store);
  await addRoutes(app, deps);
  app.addHook('onClose', async () => {
    apps.close();
    await deps.events.close();
  });
  return app;
}

async function addPlugins(app: FastifyInstance, upgrades: Server): Promise<void> {
  await app.register(cookie);
  await app.register(rateLimit, {
    global: false,
    max: requestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { after }) =>
      Object.assign(new Error(`Too many requests. Try again in ${after}.`), { statusCode: 429 }),
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Labcast', version: '1' },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'labcast_session' },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (input) => withoutUnusedSchemas(jsonSchemaTransformObject(input)),
  });
  await app.register(websocket, {
    ...socketOptions,
    options: { ...socketOptions.options, server: upgrades },
  });
}

async function addRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  await app.register(webRoutes(deps.settings.webDirectory, deps.settings.appsDomain));
  await app.register(healthRoutes(deps));
  await app.register(openApiRoutes, { prefix: '/api/v1' });
  for (const routes of apiRoutes) await app.register(routes(deps), { prefix: '/api/v1' });
}
