/** One process that Labcast keeps running, however the machine runs processes. */
export interface Service {
  /** `postgres`: the unit is `labcast-postgres.service`, the log `postgres.log`. */
  readonly name: string;
  readonly description: string;
  readonly user: string;
  /** Absolute path and parameters. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What ends it in an orderly way. */
  readonly stopSignal: 'TERM' | 'INT';
  /** Its children are not told to stop with it: they are labs. */
  readonly leavesChildren: boolean;
  readonly openFiles: number;
  /** Names of services that are started before it. */
  readonly after: readonly string[];
  /** Run before each start, as root, only without systemd; a failure of it does not matter. */
  readonly before?: readonly string[];
  readonly hardening: Hardening;
}

/** What a service may do under systemd, beyond running and talking over sockets. */
interface Hardening {
  readonly writablePaths: readonly string[];
  /** Empty: none at all. */
  readonly capabilities: readonly string[];
  readonly mayChangeKernelSettings: boolean;
}

/** How services run on this machine: by systemd, or by ourselves. Each call may be repeated. */
export interface ServiceRunner {
  /** Runs with this very description afterwards; a running one with another description is replaced. */
  ensureRunning(service: Service): Promise<'started' | 'running already'>;
  /** Not running and not coming back afterwards. */
  ensureStopped(name: string): Promise<'stopped' | 'was not running'>;
  /** Nothing of it is left on the machine. */
  remove(name: string): Promise<void>;
  isRunning(name: string): Promise<boolean>;
  /** Last lines that it said. */
  tail(name: string): Promise<string[]>;
  /** How a person reads its log: a path or a command. */
  whereIsLog(name: string): string;
}
