import type { ConsoleKind } from '@labcast/domain';
import { viewerSeconds } from '@labcast/store';
import type { Environment, Store } from '@labcast/store';
import type { Logger } from 'pino';
import type { Identity } from '../access/identify.ts';
import type { ConsoleMode } from './serveConsole.ts';

const keepEveryMs = (viewerSeconds * 1000) / 3;

/** Those who look at consoles through this process, told to all processes. */
export interface ViewerList {
  /** Returns the way to leave. */
  enter(
    where: { environment: Environment; element: string; console: ConsoleKind; mode: ConsoleMode },
    identity: Identity | undefined,
  ): Promise<() => void>;
  close(): void;
}

type ViewerStore = Pick<Store, 'enterConsole' | 'keepConsoles' | 'leaveConsole'>;

/** That others see who looks is worth no console: a database that is away only keeps the list from being right. */
export function createViewerList(store: ViewerStore, logger: Logger): ViewerList {
  const ids = new Set<string>();
  const warn = (error: unknown) => {
    logger.warn({ err: error }, 'Who looks at a console could not be written down.');
  };
  const keeping = setInterval(() => {
    if (ids.size > 0) store.keepConsoles([...ids]).catch(warn);
  }, keepEveryMs).unref();
  const leave = async (entering: Promise<string | undefined>) => {
    const id = await entering;
    if (id === undefined) return;
    ids.delete(id);
    await store.leaveConsole(id).catch(warn);
  };
  return {
    async enter({ environment, ...viewer }, identity) {
      const personName = identity?.person?.name ?? 'An administrator at the command line';
      const entering = store
        .enterConsole(environment.id, { ...viewer, personName })
        .then((id) => {
          ids.add(id);
          return id;
        })
        .catch((error: unknown) => {
          warn(error);
          return undefined;
        });
      await entering;
      return () => void leave(entering);
    },
    close() {
      clearInterval(keeping);
      for (const id of ids) void leave(Promise.resolve(id));
    },
  };
}
