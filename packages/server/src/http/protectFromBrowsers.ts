import { LabcastError } from '@labcast/domain';
import type { FastifyInstance } from 'fastify';
import { isOwnOrigin } from './ownOrigins.ts';

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/**
 * Keeps pages of other sites out. A page whose name was rebound to this machine's address comes with its own name in
 * `Host`; one that opens a socket or posts across sites comes with its own in `Origin`.
 */
export function protectFromBrowsers(app: FastifyInstance, publicUrl: URL | undefined): void {
  const names = new Set(['localhost', '127.0.0.1', '[::1]']);
  if (publicUrl) names.add(publicUrl.hostname);
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({ ...headers, 'x-request-id': request.id });
    if (!names.has(hostName(request.headers.host))) {
      throw new LabcastError('not-permitted', 'Labcast is not called by that name.', {
        remedy: 'Use localhost, or start the server with LABCAST_PUBLIC_URL set to its address.',
      });
    }
    const { origin } = request.headers;
    if (origin !== undefined && !isOwnOrigin(origin, request, publicUrl)) {
      throw new LabcastError('not-permitted', 'Pages of other sites may not call Labcast.');
    }
  });
}

function hostName(host: string | undefined): string {
  const url = URL.parse(`http://${host ?? ''}`);
  return url?.hostname ?? '';
}
