import type { Action } from '@labcast/domain';
import { LabcastError } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { lastLines, runInside } from '../runInside.ts';
import { observeGuest } from './observeGuest.ts';

type Wait = Extract<Action, { type: 'wait-guest' }>;

/**
 * Returns once the guest's agent answers, the guest was switched off, or it had its time: what to make of a silent one is
 * told from what is observed. Throws `step-failed` when QEMU itself does not start.
 */
export async function waitForGuest(
  { instance, element, seconds }: Wait,
  incus: IncusClient,
  signal: AbortSignal,
): Promise<void> {
  const command = ['labcast-vm', 'wait', '--seconds', String(seconds)];
  const { exitCode } = await runInside(incus, instance, { command }, signal);
  if (exitCode === 0) return;
  const guest = await observeGuest(instance, incus);
  if (guest && guest.power !== 'starting') return;
  const script = 'journalctl --unit labcast-vm --lines 5 --output cat --no-pager';
  const log = await runInside(incus, instance, { command: ['/bin/sh', '-c', script] }, signal);
  throw new LabcastError(
    'step-failed',
    `The virtual machine ${element} does not start: ${lastLines(log.stdout) || 'its container says nothing.'}`,
    { repeatable: true, remedy: 'See whether its disk or its memory is too small: labcast logs.' },
  );
}
