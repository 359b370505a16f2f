import type { FastifyInstance } from 'fastify';
import { Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

/**
 * One line and one measurement for each request. Of the address only the route and its parameters are told: what comes
 * after the question mark can be a command with a password in it.
 */
export function logRequests(app: FastifyInstance, metrics: Registry): void {
  const seconds = new Histogram({
    name: 'labcast_http_request_seconds',
    help: 'Time until a request was answered, or its stream or socket ended.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2, 10],
    registers: [metrics],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const { method } = request;
    // Of pages not even the parameters, which can be a one-time link.
    const params = request.routeOptions.config.access === 'page:view' ? {} : request.params;
    const status = reply.statusCode;
    const milliseconds = Math.round(reply.elapsedTime);
    seconds.observe({ method, route, status: String(status) }, reply.elapsedTime / 1000);
    const details = { method, route, params, status, milliseconds };
    if (method === 'GET' && status < 400) request.log.debug(details, 'Answered.');
    else request.log.info(details, 'Answered.');
    done();
  });
}
