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
import { acceptInvitationRoutes } from './routes/acceptInvitation.ts';
import { accountRoutes } from './routes/account.ts';
import { assignmentRoutes } from './routes/assignments.ts';
import { auditRoutes } from './routes/audit.ts';
import { beforeDiskRoutes } from './routes/beforeDisks.ts';
import { blueprintRoutes } from './routes/blueprints.ts';
import { capacityRoutes } from './routes/capacity.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { consoleFileRoutes } from './routes/consoleFiles.ts';
import { consoleLogRoutes } from './routes/consoleLogs.ts';
import { consoleRoutes } from './routes/consoles.ts';
import { courseAssignmentRoutes } from './routes/courseAssignments.ts';
import { courseChangeRoutes } from './routes/courseChanges.ts';
import { classRuleRoutes } from './routes/classRules.ts';
import { classRoutes } from './routes/class.ts';
import { checkpointChangeRoutes, checkpointRoutes } from './routes/checkpoints.ts';
import { compareRoutes } from './routes/compare.ts';
import { pipelineRoutes } from './routes/pipeline.ts';
import { releaseRoutes } from './routes/releases.ts';
import { newRunRoutes, runActionRoutes, runRoutes } from './routes/runs.ts';
import { taskRoutes } from './routes/tasks.ts';
import { clusterRoutes } from './routes/cluster.ts';
import { courseRoutes } from './routes/courses.ts';
import { elementRoutes } from './routes/elements.ts';
import { environmentRoutes } from './routes/environments.ts';
import { eventRoutes } from './routes/events.ts';
import { exportWorkRoutes } from './routes/exportWork.ts';
import { healthRoutes } from './routes/health.ts';
import { newMemberRoutes } from './routes/newMembers.ts';
import { needsRoutes } from './routes/needs.ts';
import { helpRoutes } from './routes/help.ts';
import { labCheckRoutes } from './routes/labChecks.ts';
import { labRoutes } from './routes/labs.ts';
import { labUpdateRoutes } from './routes/labUpdates.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { joinRoutes } from './routes/join.ts';
import { joinAccountRoutes } from './routes/joinAccount.ts';
import { joinCodeRoutes } from './routes/joinCodes.ts';
import { layoutRoutes } from './routes/layouts.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { openApiRoutes } from './routes/openApi.ts';
import { pageRoutes } from './routes/pages.ts';
import { peopleRoutes } from './routes/people.ts';
import { presenceRoutes } from './routes/presence.ts';
import { receiptRoutes } from './routes/receipts.ts';
import { rolloutChangeRoutes } from './routes/rolloutChanges.ts';
import { rolloutRoutes } from './routes/rollouts.ts';
import { rosterRoutes } from './routes/roster.ts';
import { rosterImportRoutes } from './routes/rosterImport.ts';
import { serverFactsRoutes } from './routes/serverFacts.ts';
import { scenarioRoutes } from './routes/scenarios.ts';
import { sessionRoutes } from './routes/session.ts';
import { sessionsRoutes } from './routes/sessions.ts';
import { setupRoutes } from './routes/setup.ts';
import { sweepRoutes } from './routes/sweeps.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { tunnelRoutes } from './routes/tunnels.ts';
import { typeRoutes } from './routes/types.ts';
import { shareRoutes } from './routes/shares.ts';
import { usageRoutes } from './routes/usage.ts';
import { viewerRoutes } from './routes/viewers.ts';
import { uploadRoute } from './routes/upload.ts';
import { uploadRoutes } from './routes/uploads.ts';
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
  const api = [
    catalogueRoutes,
    typeRoutes,
    scenarioRoutes,
    uploadRoutes,
    uploadRoute,
    capacityRoutes,
    needsRoutes,
    sessionRoutes,
    sessionsRoutes,
    serverFactsRoutes,
    setupRoutes,
    accountRoutes,
    tokenRoutes,
    peopleRoutes,
    courseRoutes,
    courseChangeRoutes,
    rosterRoutes,
    newMemberRoutes,
    rosterImportRoutes,
    invitationRoutes,
    acceptInvitationRoutes,
    joinCodeRoutes,
    joinRoutes,
    joinAccountRoutes,
    courseAssignmentRoutes,
    assignmentRoutes,
    layoutRoutes,
    classRoutes,
    classRuleRoutes,
    rolloutRoutes,
    rolloutChangeRoutes,
    labRoutes,
    labCheckRoutes,
    helpRoutes,
    labUpdateRoutes,
    checkpointRoutes,
    checkpointChangeRoutes,
    compareRoutes,
    taskRoutes,
    runRoutes,
    newRunRoutes,
    runActionRoutes,
    releaseRoutes,
    pipelineRoutes,
    environmentRoutes,
    beforeDiskRoutes,
    elementRoutes,
    usageRoutes,
    presenceRoutes,
    clusterRoutes,
    ledgerRoutes,
    shareRoutes,
    blueprintRoutes,
    receiptRoutes,
    sweepRoutes,
    eventRoutes,
    tunnelRoutes,
    consoleRoutes,
    consoleFileRoutes,
    exportWorkRoutes,
    consoleLogRoutes,
    viewerRoutes,
    pageRoutes,
    auditRoutes,
  ];
  await app.register(webRoutes(deps.settings.webDirectory, deps.settings.appsDomain));
  await app.register(healthRoutes(deps));
  await app.register(openApiRoutes, { prefix: '/api/v1' });
  for (const routes of api) await app.register(routes(deps), { prefix: '/api/v1' });
}
