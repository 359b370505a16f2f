import type { DesiredEnvironment, ObservedEnvironment, OutsideChange } from '@labcast/domain';
import type { Environment, LedgerKind, LedgerRow } from '@labcast/store';
import type { EngineDeps } from '../deps.ts';

type Names = Readonly<Record<LedgerKind, readonly string[]>>;

/**
 * Brings the ledger to what was just observed: what is there was seen, what was seen before and is not there is gone. Called
 * with the environment's lock held and nothing of this process under way. Tells which machines of the lab were lost.
 */
export async function accountFor(
  environment: Environment,
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  deps: EngineDeps,
): Promise<OutsideChange[]> {
  let losses: OutsideChange[] = [];
  const present: Names = {
    bridge: observed.bridges,
    egress: observed.egress ? [desired.uplinkAddress] : [],
    instance: observed.instances.map(({ name }) => name),
  };
  const open = (await deps.store.listLedger(environment.id)).filter((row) => !row.goneAt);
  for (const kind of ['bridge', 'egress', 'instance'] as const) {
    const rows = open.filter((row) => row.kind === kind);
    const isPresent = ({ name }: LedgerRow): boolean => present[kind].includes(name);
    const unseen = rows.filter((row) => !row.seenAt && isPresent(row));
    await deps.store.markSeen(environment.id, kind, namesOf(unseen));
    const absent = rows.filter((row) => !isPresent(row));
    const gone = await findGone(absent, namesWanted(desired), deps);
    await deps.store.markGone(environment.id, kind, namesOf(gone));
    // Something that is there without a row, such as after a database was restored, gets one: nothing is unaccounted for.
    for (const name of present[kind].filter((name) => !rows.some((row) => row.name === name)))
      await deps.store.openLedgerRow(environment.id, kind, name);
    if (kind === 'instance' && environment.wanted !== 'absent')
      losses = await tellLosses(
        environment,
        desired,
        gone.filter((row) => row.seenAt),
        deps,
      );
  }
  return losses;
}

function namesOf(rows: readonly LedgerRow[]): string[] {
  return rows.map(({ name }) => name);
}

function namesWanted(desired: DesiredEnvironment): Names {
  return {
    bridge: desired.networks.map(({ bridge }) => bridge),
    egress: desired.egress ? [desired.uplinkAddress] : [],
    instance: desired.instances.map(({ name }) => name),
  };
}

/**
 * What was asked for and never seen may still be in the making, by a request of a process that died: Incus shows an
 * instance only after its image is there. While it is wanted its row stays, because it is asked for again; otherwise
 * removing it waits for whatever is under way, and then it is gone.
 */
async function findGone(
  absent: readonly LedgerRow[],
  wanted: Names,
  { incus, host }: EngineDeps,
): Promise<LedgerRow[]> {
  const remove: Record<LedgerKind, (name: string) => Promise<void>> = {
    bridge: (name) => host.removeBridge(name),
    egress: (address) => host.setEgress(address, false),
    instance: (name) => incus.removeInstance(name),
  };
  const settled = absent.filter(({ kind, name, seenAt }) => seenAt ?? !wanted[kind].includes(name));
  const doubtful = settled.filter(({ seenAt }) => !seenAt);
  await Promise.all(doubtful.map(({ kind, name }) => remove[kind](name)));
  return settled;
}

async function tellLosses(
  environment: Environment,
  desired: DesiredEnvironment,
  lost: readonly { readonly name: string }[],
  deps: EngineDeps,
): Promise<OutsideChange[]> {
  const losses = lost.flatMap(({ name }) => {
    const wanted = desired.instances.find((instance) => instance.name === name);
    if (!wanted) return [];
    const { element } = wanted;
    const message = `${element} was removed outside Labcast, with what was on its disk. It is made anew from its image.`;
    return [{ element, message }];
  });
  for (const loss of losses)
    await deps.store.appendLog(environment.id, { level: 'warning', ...loss });
  return losses;
}
