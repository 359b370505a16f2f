import type { AuditEntry, PersonId, Store } from '@labcast/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clientAddress } from './clientAddress.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asks by another method than GET, because the question is long, or says who is here: nothing for the audit. */
    changesNothing?: boolean;
  }
  interface FastifyRequest {
    /** Who did it, where that turned out only on the way: signing in. */
    auditActor: { actor: string; personId: PersonId; means: AuditEntry['means'] } | undefined;
    /** On what, where the address does not say it: something new. */
    auditTarget: string | undefined;
    /** Of something that is in the audit already. */
    isContinuation: boolean;
  }
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Writes down who changed what, before it is answered. What nobody known asked for is not written: strangers could fill
 * the table. A change that cannot be written down is in the log at least.
 */
export function auditChanges(app: FastifyInstance, store: Pick<Store, 'appendAudit'>): void {
  app.decorateRequest('auditActor', undefined);
  app.decorateRequest('auditTarget', undefined);
  app.decorateRequest('isContinuation', false);
  app.addHook('onSend', async (request, reply) => {
    if (readingMethods.has(request.method) || request.is404 || request.isContinuation) return;
    if (request.routeOptions.config.changesNothing) return;
    await audit(request, store, reply.statusCode).catch((error: unknown) => {
      request.log.error({ err: error }, 'A change could not be written to the audit.');
    });
  });
}

/** For sockets too, which are opened by GET. Nothing of what follows the question mark is written. */
export async function audit(
  request: FastifyRequest,
  store: Pick<Store, 'appendAudit'>,
  status: number,
): Promise<void> {
  const { identity, auditActor, method, routeOptions, params } = request;
  const known = auditActor ?? (identity && { ...identity, personId: identity.person?.id });
  if (!known) return;
  await store.appendAudit({
    actor: known.actor,
    means: known.means,
    ...(known.personId !== undefined && { personId: known.personId }),
    action: `${method} ${routeOptions.url ?? ''}`,
    target: request.auditTarget ?? Object.values(params as Record<string, string>).join('/'),
    status,
    address: clientAddress(request),
  });
}
