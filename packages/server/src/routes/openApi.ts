import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';

/** The description of this API, from which clients are generated. */
// eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
export const openApiRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/openapi.json', { config: { access: 'server:ask' }, schema: { hide: true } }, () =>
    app.swagger(),
  );
};
