import { LabcastError, labels } from '@labcast/domain';
import { isIncusError } from '@labcast/incus';
import type { CopySpec, Instance } from '@labcast/incus';
import type { ReconcileDeps } from '../deps.ts';
import { lxcName } from '../lxcName.ts';

type Incus = ReconcileDeps['incus'];
type Deps = Pick<ReconcileDeps, 'incus' | 'host' | 'inTurn'>;

/** A guest that is frozen for longer goes on by itself. */
const guestSeconds = 20;
/** So do machines. Copies on a slow disk may take seconds, and a broken one must not stop a class. */
const longestPauseSeconds = 15;

/**
 * Stops every machine where it stands, copies the disk of each, and lets them go on: no message is on its way between two
 * of them that only one of the copies knows of. Says how long they stood still.
 */
export async function copyTogether(
  machines: readonly Instance[],
  copies: readonly CopySpec[],
  deps: Deps,
  signal: AbortSignal,
): Promise<{ pauseMs: number; takenAt: Date }> {
  const { incus, inTurn } = deps;
  const running = machines.filter(isUp);
  await flush(running, incus);
  let taken: { pauseMs: number; takenAt: Date } | undefined;
  // Before the pause, so that nobody stands still in a queue; and of a class only a few labs at a time.
  await inTurn(async () => {
    signal.throwIfAborted();
    taken = await copyInPause(running, copies, deps);
  });
  if (!taken || taken.pauseMs >= longestPauseSeconds * 1000) throw tookTooLong();
  return taken;
}

async function copyInPause(
  running: readonly Instance[],
  copies: readonly CopySpec[],
  deps: Deps,
): Promise<{ pauseMs: number; takenAt: Date }> {
  const { incus, host } = deps;
  const guests = guestsAmong(running);
  const began = performance.now();
  try {
    await all(guests, (guest) => askGuest(guest, 'freeze', incus));
    await host.freeze(lxcNames(running, incus), longestPauseSeconds);
    const takenAt = new Date();
    await all(copies, (copy) => copyAnew(copy, incus));
    await release(running, deps);
    return { pauseMs: Math.round(performance.now() - began), takenAt };
  } catch (error) {
    await release(running, deps);
    throw error;
  }
}

/** One that somebody who was killed still had in the making is of another moment. */
async function copyAnew(copy: CopySpec, incus: Incus): Promise<void> {
  try {
    await incus.copyInstance(copy);
  } catch (error) {
    if (!isIncusError(error, 'conflict')) throw error;
    await incus.removeInstance(copy.name);
    await incus.copyInstance(copy);
  }
}

/** What a checkpoint that was broken off left standing still. Harmless when there is nothing. */
export async function releaseFrozen(
  machines: readonly Instance[],
  deps: Pick<Deps, 'incus' | 'host'>,
): Promise<void> {
  const frozen = machines.filter(({ status }) => status === 'Frozen');
  if (frozen.length > 0) await release(frozen, deps);
}

function isUp({ status }: Instance): boolean {
  return status === 'Running' || status === 'Frozen';
}

function guestsAmong(machines: readonly Instance[]): Instance[] {
  return machines.filter(({ config }) => config[labels.role] === 'vm');
}

function lxcNames(machines: readonly Instance[], incus: Incus): string[] {
  return machines.map(({ name }) => lxcName(name, incus));
}

/** Writes out before the pause what would be written in it. All disks of a pool are one file system: one flush does. */
async function flush([first]: readonly Instance[], incus: Incus): Promise<void> {
  if (!first) return;
  await incus
    .exec(first.name, { command: ['sync', '-f', '/'] }, { timeoutMs: 10_000 })
    .catch(() => undefined);
}

async function release(
  running: readonly Instance[],
  { incus, host }: Pick<Deps, 'incus' | 'host'>,
): Promise<void> {
  await host.thaw(lxcNames(running, incus));
  await all(guestsAmong(running), (guest) => askGuest(guest, 'thaw', incus));
}

/** A guest without an agent is paused whole with its container, which is as good as a power cut. */
async function askGuest({ name }: Instance, what: 'freeze' | 'thaw', incus: Incus): Promise<void> {
  const options = what === 'freeze' ? ['--seconds', String(guestSeconds)] : [];
  await incus
    .exec(name, { command: ['labcast-vm', what, ...options] }, { timeoutMs: guestSeconds * 1000 })
    .catch(() => undefined);
}

/** All at once, and to the end even when one fails: then throws the first failure. */
async function all<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  const results = await Promise.allSettled(items.map(act));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Then some machine may have gone on before the last copy, and the disks do not fit together. */
function tookTooLong(): LabcastError {
  return new LabcastError(
    'step-failed',
    `Copying the disks took longer than ${String(longestPauseSeconds)} s, so the copies were thrown away.`,
    { repeatable: true, remedy: 'The lab host is very busy or its disk slow. Try again later.' },
  );
}
