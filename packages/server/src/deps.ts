import type { IncusClient } from '@labcast/incus';
import type { Store } from '@labcast/store';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { EventHub } from './events/eventHub.ts';

/** What the server works with. It meets the engine only in the store. */
export interface ServerDeps {
  readonly store: Store;
  /** For tunnels and consoles into labs, for files that arrive, and for discs that are ejected, alone. */
  readonly incus: Pick<
    IncusClient,
    'findInstance' | 'exec' | 'openExec' | 'appendFile' | 'getFileSize'
  >;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly settings: ServerSettings;
}

export interface ServerSettings {
  /** Where people reach it, when that is not this machine's loopback. */
  readonly publicUrl?: URL;
  /** How much may be promised for each byte that there is. */
  readonly overcommit: { readonly memory: number; readonly storage: number };
  /** How often sockets and streams ask whether they are still permitted; every 10 seconds unless told otherwise. */
  readonly recheckMs?: number;
  /** Of Labcast. */
  readonly version?: string;
  /** Where things are, for the administrator: no secrets. */
  readonly places?: Readonly<Record<string, string>>;
  /** Below which every app has a host of its own; `localhost` unless told otherwise. */
  readonly appsDomain?: string;
  /** The built web pages; without them there is only the API. */
  readonly webDirectory?: string;
}

/** What routes get. */
export interface RouteDeps extends ServerDeps {
  readonly events: EventHub;
}
