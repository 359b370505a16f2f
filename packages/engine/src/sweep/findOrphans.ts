import { labels, stagingInstanceName } from '@labcast/domain';
import type { Orphan } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';

/**
 * Everything of ours that no open ledger row accounts for. Looks at the world first and at the ledger afterwards: a row is
 * written before its thing is made, so what is being made now is never taken for an orphan. Looks twice, so that what is
 * being removed now is not either. What does not carry this installation's label, or a lab bridge's name, is not ours and
 * is not even listed.
 */
export async function findOrphans(deps: ReconcileDeps): Promise<Orphan[]> {
  const suspects = await findUnaccounted(deps);
  if (suspects.length === 0) return [];
  const still = await findUnaccounted(deps);
  return suspects.filter(({ kind, name }) =>
    still.some((other) => other.kind === kind && other.name === name),
  );
}

async function findUnaccounted(deps: ReconcileDeps): Promise<Orphan[]> {
  const installation = await deps.store.getInstallationId();
  const [instances, host] = await Promise.all([
    deps.world.listInstances(),
    deps.world.hostNetworks(),
  ]);
  const [rows, uploads] = await Promise.all([
    deps.store.listOpenLedgerRows(),
    deps.store.listUploads(),
  ]);
  const staging = new Set(
    uploads.filter(({ staged }) => staged).map(({ id }) => stagingInstanceName(id)),
  );
  const isAccounted = (kind: Orphan['kind'], name: string): boolean =>
    rows.some((row) => row.kind === kind && row.name === name) ||
    (kind === 'instance' && staging.has(name));
  const found: Orphan[] = [
    ...instances
      .filter(({ config }) => config[labels.installation] === installation)
      .map(({ name, config }) => ({
        kind: 'instance' as const,
        name,
        reason: `An instance of ${config[labels.assignment] ?? 'a lab'} that no lab owns any more.`,
      })),
    ...host.bridges.map((name) => ({
      kind: 'bridge' as const,
      name,
      reason: 'A lab network that no lab owns any more.',
    })),
    ...host.egress.map((name) => ({
      kind: 'egress' as const,
      name,
      reason: 'A way to the internet that no lab owns any more.',
    })),
  ];
  return found.filter(({ kind, name }) => !isAccounted(kind, name));
}
