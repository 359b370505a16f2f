import type { HostClient } from '@labcast/host';
import type { IncusClient } from '@labcast/incus';
import type { Store } from '@labcast/store';
import type { Logger } from 'pino';
import type { World } from './observe/world.ts';
import type { Signs } from './observe/signs.ts';
import type { InTurn } from './reconcile/createTurns.ts';
import type { UsualTimes } from './reconcile/usualTimes.ts';
import type { EngineTimings } from './timings.ts';

/** What the engine works on and with. It meets the server only in the store. */
export interface EngineDeps {
  readonly store: Store;
  readonly incus: IncusClient;
  readonly host: HostClient;
  readonly logger: Logger;
  readonly settings: EngineSettings;
  /** Other than the usual ones, such as for tests that shall not wait. */
  readonly timings?: Partial<EngineTimings>;
  /** What time it is for deadlines and other appointments; a test has it jump. */
  readonly now?: () => Date;
}

export interface EngineSettings {
  readonly storagePool: string;
  /** Where Incus keeps its pools on the lab host; Debian's place unless told otherwise. */
  readonly incusDirectory?: string;
  /** Folder on the lab host with Kubernetes' binaries, or a link to it that moves on with every version. */
  readonly kubernetesDirectory: string;
  /** How many instances are made, started or removed at once; more than twice the CPUs only makes each wait longer. */
  readonly concurrency: number;
  /** How much may be promised for each byte that there is; what is usual unless told otherwise. */
  readonly overcommit?: { readonly memory: number; readonly storage: number };
}

export interface ReconcileDeps extends EngineDeps {
  readonly world: World;
  readonly timings: EngineTimings;
  readonly now: () => Date;
  readonly inTurn: InTurn;
  readonly signs: Signs;
  readonly usualTimes: UsualTimes;
}
