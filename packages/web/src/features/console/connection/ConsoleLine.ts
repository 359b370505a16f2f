import { closeOutage } from './closeOutage.ts';
import { watchHeartbeat } from './heartbeat.ts';
import { firstLine, nextLine, type Line, type LineEvent, type Outage } from './line.ts';

export interface ConsoleLineOptions {
  /** Address of the next socket; asked anew each time. */
  readonly url: () => string;
  /** Takes a socket that is being opened. What it returns is called when that socket is over. */
  readonly attach: (socket: WebSocket, line: ConsoleLine) => (() => void) | undefined;
  /** Looks why there is no connection. */
  readonly look: () => Promise<Outage | undefined>;
}

/** Keeps one console connected: the thin edge around `nextLine`. */
export class ConsoleLine {
  #options: ConsoleLineOptions;
  #line: Line = firstLine(Date.now());
  #socket: WebSocket | undefined;
  #detach: (() => void) | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stops: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(options: ConsoleLineOptions) {
    this.#options = options;
  }

  readonly get = (): Line => this.#line;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opens the first socket. Returns the way to end it all. */
  start(): () => void {
    this.#line = firstLine(Date.now());
    this.#connect();
    const wake = () => this.wake();
    const onVisible = () => {
      if (document.visibilityState === 'visible') this.wake();
    };
    const onOffline = () => this.lose({ kind: 'network' });
    addEventListener('online', wake);
    addEventListener('focus', wake);
    addEventListener('offline', onOffline);
    document.addEventListener('visibilitychange', onVisible);
    this.#stops = [
      watchHeartbeat(() => this.lose({ kind: navigator.onLine ? 'server-away' : 'network' })),
      () => removeEventListener('online', wake),
      () => removeEventListener('focus', wake),
      () => removeEventListener('offline', onOffline),
      () => document.removeEventListener('visibilitychange', onVisible),
    ];
    return () => this.#end();
  }

  /** The console works: its first bytes are there. */
  opened(): void {
    this.#tell({ type: 'opened' });
  }

  /** The socket is of no use any more, whatever it thinks itself. */
  lose(outage: Outage): void {
    if (this.#line.phase === 'lost') return;
    this.#tell({ type: 'closed', outage });
    this.#drop();
  }

  wake(): void {
    this.#tell({ type: 'woken' });
  }

  retry(): void {
    this.#tell({ type: 'asked' });
  }

  /** Takes a new socket in place of the present one, as after another way to join was chosen. */
  restart(): void {
    this.lose({ kind: 'network' });
    this.retry();
  }

  #connect(): void {
    const socket = new WebSocket(this.#options.url());
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    // Before the console's own listener, so that what it shows can be kept.
    socket.addEventListener('close', ({ code, reason }) => {
      if (socket !== this.#socket) return;
      this.lose(closeOutage(code, reason));
    });
    this.#detach = this.#options.attach(socket, this);
  }

  #tell(event: LineEvent): void {
    const before = this.#line;
    const after = nextLine(before, event, Date.now(), Math.random());
    if (after === before) return;
    this.#line = after;
    clearTimeout(this.#retry);
    if (after.phase === 'connecting') this.#connect();
    if (after.phase === 'lost' && after.retryAt !== undefined) {
      this.#retry = setTimeout(() => this.#tell({ type: 'due' }), after.retryAt - Date.now());
    }
    if (after.phase === 'lost' && before.phase !== 'lost') void this.#look(after.attempt);
    for (const listener of this.#listeners) listener();
  }

  async #look(attempt: number): Promise<void> {
    const outage = await this.#options.look().catch(() => undefined);
    if (outage && this.#line.attempt === attempt) this.#tell({ type: 'found', outage });
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#detach?.();
    this.#detach = undefined;
    socket?.close();
  }

  #end(): void {
    clearTimeout(this.#retry);
    for (const stop of this.#stops.splice(0)) stop();
    this.#drop();
  }
}
