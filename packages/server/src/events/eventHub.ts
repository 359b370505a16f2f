import type { Thing } from '@labcast/domain';
import type { Environment, EnvironmentChange, EnvironmentId, LogLine, Store } from '@labcast/store';
import type { Logger } from 'pino';
import { viewersOfElements } from './viewersOfElements.ts';
import { toEnvironmentView, toLogLine } from '../schemas/environment.ts';
import { toMessageView } from '../schemas/lab.ts';

/** One thing that happened, for those who watch. */
export interface HubEvent {
  readonly assignment: string;
  readonly environment: string;
  /** Decides who may hear of it. */
  readonly thing: Thing;
  readonly name: 'environment' | 'log' | 'usage' | 'presence' | 'viewers' | 'messages' | 'runs';
  readonly data: unknown;
}

/** Reads each change once, however many watch. */
export interface EventHub {
  subscribe(listener: (event: HubEvent) => void): () => void;
  close(): Promise<void>;
}

const retryMs = 1_000;

type HubStore = Pick<
  Store,
  | 'watchEnvironments'
  | 'getEnvironment'
  | 'listEnvironments'
  | 'listLog'
  | 'findLatestUsage'
  | 'listPresent'
  | 'listConsoleViewers'
  | 'listMessages'
>;

/** Throws `database-unavailable` when it cannot begin to watch. */
export async function createEventHub(store: HubStore, logger: Logger): Promise<EventHub> {
  const listeners = new Set<(event: HubEvent) => void>();
  /** Last log line that was told, per environment. */
  const cursors = new Map<EnvironmentId, string>();
  const changed = new Map<EnvironmentId, Set<EnvironmentChange['what']>>();
  let watchedSince = new Date();
  let isEverythingChanged = false;
  let reading: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;

  const tell: Tell = (environment, name, data) => {
    for (const listener of listeners) listener({ ...whereOf(environment), name, data });
  };

  async function readOne(
    id: EnvironmentId,
    what: ReadonlySet<EnvironmentChange['what']>,
  ): Promise<void> {
    const environment = await store.getEnvironment(id);
    const moments = await readMoments(store, environment, what);
    for (const [name, data] of moments) tell(environment, name, data);
    if (!what.has('seen') && !what.has('wanted')) return;
    tell(environment, 'environment', toEnvironmentView(environment));
    await readNewLines(store, id, cursors, (line) => {
      if (line.at >= watchedSince)
        tell(environment, 'log', { environmentId: id, line: toLogLine(line) });
    });
  }

  function note(id: EnvironmentId, what: EnvironmentChange['what']) {
    const noted = (changed.get(id) ?? new Set<EnvironmentChange['what']>()).add(what);
    changed.set(id, noted);
    return noted;
  }

  async function readAll(): Promise<void> {
    const listed = (await store.listEnvironments()).map(({ id }) => id);
    // Those that were told of before and are no longer listed have been removed meanwhile.
    for (const id of new Set([...cursors.keys(), ...listed])) note(id, 'seen').add('messages');
  }

  async function readChanges(): Promise<void> {
    while (listeners.size > 0 && (isEverythingChanged || changed.size > 0)) {
      if (isEverythingChanged) {
        isEverythingChanged = false;
        await readAll();
      }
      for (const [id, what] of changed) {
        changed.delete(id);
        await readOne(id, what);
      }
    }
  }

  const onChange = (change: EnvironmentChange | undefined) => {
    if (listeners.size === 0) return;
    if (change === undefined) isEverythingChanged = true;
    else note(change.environmentId, change.what);
    reading ??= readChanges()
      .catch((error: unknown) => {
        logger.warn({ err: error }, 'Changes of environments could not be read. Trying again.');
        retry = setTimeout(() => onChange(undefined), retryMs);
      })
      .finally(() => {
        reading = undefined;
      });
  };
  const stopWatching = await store.watchEnvironments(onChange);

  return {
    subscribe(listener) {
      if (listeners.size === 0) {
        cursors.clear();
        changed.clear();
        watchedSince = new Date();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async close() {
      listeners.clear();
      await stopWatching();
      await reading;
      clearTimeout(retry);
    },
  };
}

type Tell = (environment: Environment, name: HubEvent['name'], data: unknown) => void;

/** Where something happens. */
export function whereOf({
  assignmentName: assignment,
  name: environment,
  courseId,
  id,
  role,
}: Environment): Pick<HubEvent, 'assignment' | 'environment' | 'thing'> {
  return { assignment, environment, thing: { courseId, environment: { id, role } } };
}

/** What is told besides status and log, of what changed. */
async function readMoments(
  store: HubStore,
  environment: Environment,
  what: ReadonlySet<EnvironmentChange['what']>,
): Promise<(readonly [HubEvent['name'], unknown])[]> {
  const { id } = environment;
  const told: (readonly [HubEvent['name'], unknown])[] = [];
  if (what.has('usage')) {
    const sample = await store.findLatestUsage(id);
    if (sample) told.push(['usage', { environmentId: id, ...sample }]);
  }
  if (what.has('presence')) {
    told.push(['presence', { environmentId: id, people: await store.listPresent(id) }]);
  }
  if (what.has('viewers')) {
    const elements = viewersOfElements(environment, await store.listConsoleViewers(id));
    told.push(...elements.map((element) => ['viewers', element] as const));
  }
  if (what.has('messages')) {
    const messages = (await store.listMessages(id)).map(toMessageView);
    told.push(['messages', { environmentId: id, messages }]);
  }
  // Only that they moved on: how they stand is asked for.
  if (what.has('runs')) told.push(['runs', { assignment: environment.assignmentName }]);
  return told;
}

async function readNewLines(
  store: HubStore,
  id: EnvironmentId,
  cursors: Map<EnvironmentId, string>,
  take: (line: LogLine) => void,
): Promise<void> {
  for (;;) {
    const lines = await store.listLog(id, cursors.get(id));
    for (const line of lines) {
      cursors.set(id, line.id);
      take(line);
    }
    if (lines.length === 0) return;
  }
}
