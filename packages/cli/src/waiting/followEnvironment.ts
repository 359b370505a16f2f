import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, EnvironmentView, LogLine } from '@labcast/api-client';
import { isServerAway } from '../connection/isServerAway.ts';
import type { EnvironmentName } from '../environmentName.ts';

export interface Follower {
  /** What is seen, also when it did not change. */
  view(view: EnvironmentView): void;
  log?(line: LogLine): void;
  /** The server does not answer; told once each time. */
  away?(): void;
  /** It answers again. */
  back?(): void;
}

/** Three heartbeats: a server that is silent for longer is taken for gone, even when the connection looks alive. */
const silenceMs = 15_000;
const retryMs = 1_000;

/**
 * Tells how one environment moves on, until `signal` aborts. Survives restarts of the server: it connects again by itself
 * for as long as it takes. Throws what the server refuses, such as an environment that never was.
 */
export async function followEnvironment(
  client: ApiClient,
  name: EnvironmentName,
  follower: Follower,
  signal: AbortSignal,
): Promise<void> {
  const server = { isAway: false };
  const answered = (): void => {
    if (server.isAway) follower.back?.();
    server.isAway = false;
  };
  while (!signal.aborted) {
    try {
      await followOnce(client, name, { follower, answered }, signal);
    } catch (error) {
      if (!isOver(signal) && !isServerAway(error)) throw error;
    }
    if (isOver(signal)) return;
    if (!server.isAway) follower.away?.();
    server.isAway = true;
    await sleep(retryMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Asked anew each time: it changes while this waits. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** One connection, until it ends. */
async function followOnce(
  client: ApiClient,
  name: EnvironmentName,
  { follower, answered }: { follower: Follower; answered: () => void },
  signal: AbortSignal,
): Promise<void> {
  // The stream starts with what is there; what is removed has to be asked for.
  const look = async (): Promise<void> => {
    const view = await client.environment(name.assignment, name.environment);
    answered();
    follower.view(view);
  };
  await look();
  const silent = new AbortController();
  const watchdog = setTimeout(() => silent.abort(), silenceMs);
  try {
    const events = client.watchEvents({
      environment: `${name.assignment}/${name.environment}`,
      signal: AbortSignal.any([signal, silent.signal]),
    });
    for await (const event of events) {
      watchdog.refresh();
      answered();
      if (event.event === 'environment') follower.view(event.data);
      else if (event.event === 'log') follower.log?.(event.data.line);
      else if (event.event === 'heartbeat') await look();
      if (signal.aborted) return;
    }
  } finally {
    clearTimeout(watchdog);
  }
}
