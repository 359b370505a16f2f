import type { Acceleration, ObservedGuest } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { IncusError } from '@labcast/incus';

/** It waits up to some seconds for QEMU and for the guest's agent; a hung one must not hold up everything else. */
const statusLimitMs = 15_000;

/** Asks the container of a virtual machine how its guest does. Undefined while it cannot tell, such as while it boots. */
export async function observeGuest(
  instance: string,
  incus: IncusClient,
): Promise<ObservedGuest | undefined> {
  try {
    const result = await incus.exec(
      instance,
      { command: ['labcast-vm', 'status'] },
      { timeoutMs: statusLimitMs },
    );
    return readAnswer(JSON.parse(result.stdout.toString()) as Readonly<Record<string, unknown>>);
  } catch (error) {
    if (error instanceof IncusError && error.kind === 'unavailable') throw error;
    return undefined;
  }
}

const accelerations: Readonly<Record<string, Acceleration>> = { kvm: 'kvm', tcg: 'software' };

/** `state` is `starting`, `off`, or QEMU's word for a guest that is on, such as `running` or `paused`. */
function readAnswer(answer: Readonly<Record<string, unknown>>): ObservedGuest {
  const { state, guestAgent, upSeconds } = answer;
  const acceleration = accelerations[String(answer.acceleration)];
  return {
    power: state === 'off' || state === 'starting' ? state : 'on',
    agentAnswers: guestAgent === true,
    upSeconds: typeof upSeconds === 'number' ? upSeconds : 0,
    ...(acceleration && { acceleration }),
  };
}
