import type { DesiredEnvironment, ObservedEnvironment } from '@labcast/domain';
import { labels } from '@labcast/domain';
import type { Environment, LedgerKind } from '@labcast/store';
import type { EngineDeps } from '../deps.ts';

/**
 * Brings the ledger to what was just observed: what is there was seen, what was asked for and is not there is gone. Called
 * with the environment's lock held and nothing under way, so that absent means absent.
 */
export async function accountFor(
  environment: Environment,
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  deps: EngineDeps,
): Promise<void> {
  const present: Record<LedgerKind, readonly string[]> = {
    bridge: observed.bridges,
    egress: observed.egress ? [desired.uplinkAddress] : [],
    instance: observed.instances.map(({ name }) => name),
  };
  const open = (await deps.store.listLedger(environment.id)).filter((row) => !row.goneAt);
  for (const kind of ['bridge', 'egress', 'instance'] as const) {
    const rows = open.filter((row) => row.kind === kind);
    const unseen = rows.filter((row) => !row.seenAt && present[kind].includes(row.name));
    if (unseen.length > 0)
      await deps.store.markSeen(
        environment.id,
        kind,
        unseen.map(({ name }) => name),
      );
    const absent = rows.filter((row) => !present[kind].includes(row.name));
    if (kind === 'instance' && environment.wanted === 'absent')
      await makeSureOfAbsence(
        absent.filter((row) => !row.seenAt),
        deps,
      );
    if (absent.length > 0)
      await deps.store.markGone(
        environment.id,
        kind,
        absent.map(({ name }) => name),
      );
    // Something that is there without a row, such as after a database was restored, gets one: nothing is unaccounted for.
    for (const name of present[kind].filter((name) => !rows.some((row) => row.name === name)))
      await deps.store.openLedgerRow(environment.id, kind, name);
    if (kind === 'instance' && environment.wanted !== 'absent')
      await tellLosses(
        environment,
        desired,
        absent.filter((row) => row.seenAt),
        deps,
      );
  }
}

/**
 * An instance that was asked for and never seen may still be in the making, by a request of a process that died: Incus
 * shows it only after its image is there. Nobody would look for it once its environment is gone; removing waits for it.
 */
async function makeSureOfAbsence(
  neverSeen: readonly { readonly name: string }[],
  deps: EngineDeps,
): Promise<void> {
  await Promise.all(neverSeen.map(({ name }) => deps.incus.removeInstance(name)));
}

async function tellLosses(
  environment: Environment,
  desired: DesiredEnvironment,
  lost: readonly { readonly name: string }[],
  deps: EngineDeps,
): Promise<void> {
  for (const { name } of lost) {
    const wanted = desired.instances.find((instance) => instance.name === name);
    if (!wanted) continue;
    const element = wanted.config[labels.element] ?? name;
    await deps.store.appendLog(environment.id, {
      level: 'warning',
      element,
      message: `${element} was removed outside Labcast, with what was on its disk. It is made anew from its image.`,
    });
  }
}
