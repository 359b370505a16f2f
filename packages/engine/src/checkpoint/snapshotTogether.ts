import { LabcastError, labels } from '@labcast/domain';
import type { Instance } from '@labcast/incus';
import type { Checkpoint, Environment } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { lxcName } from '../lxcName.ts';
import { listOwnInstances } from '../observe/listOwnInstances.ts';

type Incus = ReconcileDeps['incus'];

/** A guest that is frozen for longer goes on by itself. */
const guestSeconds = 20;
/** So do machines. Snapshots of a slow disk may take seconds, and a broken one must not stop a class. */
const longestPauseSeconds = 15;

function lxcNames(instances: readonly string[], incus: Incus): string[] {
  return instances.map((name) => lxcName(name, incus));
}

/** Of all that has a disk worth keeping; a gateway's comes from the blueprint. */
export async function machinesOf(environment: Environment, incus: Incus): Promise<Instance[]> {
  const own = await listOwnInstances(environment, incus);
  return own.filter(({ config }) => config[labels.role] !== 'gateway');
}

function isUp({ status }: Instance): boolean {
  return status === 'Running' || status === 'Frozen';
}

export function snapshotName({ key }: Pick<Checkpoint, 'key'>): string {
  return `labcast-${key}`;
}

/**
 * Stops every machine where it stands, takes a snapshot of each, and lets them go on: no message is on its way between two
 * of them that only one of the snapshots knows of. Says how long they stood still.
 */
export async function snapshotTogether(
  machines: readonly Instance[],
  checkpoint: Checkpoint,
  deps: Pick<ReconcileDeps, 'incus' | 'host'>,
  signal: AbortSignal,
): Promise<{ pauseMs: number; takenAt: Date }> {
  const { incus, host } = deps;
  // Those that an earlier try had left standing still run again since.
  const running = machines.filter(isUp).map(({ name }) => name);
  const guests = machines
    .filter(({ name, config }) => config[labels.role] === 'vm' && running.includes(name))
    .map(({ name }) => name);
  await flush(running, incus);
  signal.throwIfAborted();
  const began = performance.now();
  try {
    await all(guests, (name) => askGuest(name, 'freeze', incus));
    await host.freeze(lxcNames(running, incus), longestPauseSeconds);
    const takenAt = new Date();
    await all(
      machines.map(({ name }) => name),
      (name) => incus.createSnapshot(name, snapshotName(checkpoint)),
    );
    await release(running, guests, deps);
    const pauseMs = Math.round(performance.now() - began);
    if (pauseMs >= longestPauseSeconds * 1000) throw tookTooLong();
    return { pauseMs, takenAt };
  } catch (error) {
    await release(running, guests, deps);
    throw error;
  }
}

/** What a checkpoint that was broken off left: machines that stand still, and snapshots. Harmless when there is nothing. */
export async function undoSnapshots(
  machines: readonly Instance[],
  checkpoint: Checkpoint,
  deps: Pick<ReconcileDeps, 'incus' | 'host'>,
): Promise<void> {
  const { incus } = deps;
  const frozen = machines.filter(({ status }) => status === 'Frozen').map(({ name }) => name);
  const guests = machines.filter(
    ({ name, config }) => config[labels.role] === 'vm' && frozen.includes(name),
  );
  await release(
    frozen,
    guests.map(({ name }) => name),
    deps,
  );
  await all(
    machines.map(({ name }) => name),
    (name) => incus.removeSnapshot(name, snapshotName(checkpoint)),
  );
}

/** Writes out before the pause what would be written in it. All disks of a pool are one file system: one flush does. */
async function flush(running: readonly string[], incus: Incus): Promise<void> {
  const [first] = running;
  if (first === undefined) return;
  await incus
    .exec(first, { command: ['sync', '-f', '/'] }, { timeoutMs: 10_000 })
    .catch(() => undefined);
}

async function release(
  running: readonly string[],
  guests: readonly string[],
  { incus, host }: Pick<ReconcileDeps, 'incus' | 'host'>,
): Promise<void> {
  await host.thaw(lxcNames(running, incus));
  await all(guests, (name) => askGuest(name, 'thaw', incus));
}

/** A guest without an agent is paused whole with its container, which is as good as a power cut. */
async function askGuest(name: string, what: 'freeze' | 'thaw', incus: Incus): Promise<void> {
  const options = what === 'freeze' ? ['--seconds', String(guestSeconds)] : [];
  await incus
    .exec(name, { command: ['labcast-vm', what, ...options] }, { timeoutMs: guestSeconds * 1000 })
    .catch(() => undefined);
}

/** All at once, and to the end even when one fails: then throws the first failure. */
export async function all<T>(items: readonly T[], act: (item: T) => Promise<unknown>) {
  const results = await Promise.allSettled(items.map(act));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Then some machine may have gone on before the last snapshot, and the disks do not fit together. */
function tookTooLong(): LabcastError {
  return new LabcastError(
    'step-failed',
    `The snapshots took longer than ${String(longestPauseSeconds)} s, so they were thrown away.`,
    { repeatable: true, remedy: 'The lab host is very busy or its disk slow. Try again later.' },
  );
}
