import { setTimeout as delay } from 'node:timers/promises';
import type { WebSocket } from '@fastify/websocket';
import type { RouteDeps } from '../deps.ts';
import { isOpen } from '../tunnels/isOpen.ts';
import { closeCodes } from './closeCodes.ts';
import type { Ending } from './closeCodes.ts';
import type { ConsolePlace } from './findConsole.ts';

const askEveryMs = 100;
/** A machine's commands end some tenths of a second before Incus calls it stopped. */
const longestMs = 2_000;

/**
 * Why a command in a machine ended that would not end by itself: the machine is gone, or stopped. Undefined when it runs
 * on, so that only the command ended, and when nobody is left to be told. Throws when Incus is away.
 */
export async function whyEnded(
  incus: Pick<RouteDeps['incus'], 'findInstance'>,
  { instance, name }: Pick<ConsolePlace, 'instance' | 'name'>,
  viewer: WebSocket,
): Promise<Ending | undefined> {
  for (let waitedMs = 0; waitedMs <= longestMs && isOpen(viewer); waitedMs += askEveryMs) {
    const found = await incus.findInstance(instance);
    if (!found) return { code: closeCodes.gone, reason: `${name} was deleted.` };
    if (found.status !== 'Running') {
      return { code: closeCodes.stopped, reason: `${name} was stopped.` };
    }
    await delay(askEveryMs);
  }
  return undefined;
}
