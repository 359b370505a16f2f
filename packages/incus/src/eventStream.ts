import type { WebSocket } from 'ws';

import { isFinished, type Operation } from './operation.ts';
import type { Transport } from './transport.ts';

/** An event as Incus sends it, of the two types that are asked for. */
export type RawEvent =
  | { readonly type: 'lifecycle'; readonly metadata: LifecycleMetadata }
  | { readonly type: 'operation'; readonly metadata: Operation };

interface LifecycleMetadata {
  readonly action: string;
  readonly source: string;
  /** Missing where nobody asked for it over the API. */
  readonly requestor?: unknown;
}

type Listener = (event: RawEvent | 'opened' | 'closed') => void;

const firstDelayMs = 100;
const longestDelayMs = 5_000;
const pingEveryMs = 15_000;
/** More than can end between an answer and the look at it. */
const rememberedOperations = 512;

/**
 * One events socket for all who wait or watch. It connects on first use and then again and again, waiting longer each
 * time, until closed.
 */
export class EventStream {
  readonly #transport: Transport;
  readonly #listeners = new Set<Listener>();
  readonly #finished = new Map<string, Operation>();
  readonly #waiting = new Map<string, (operation: Operation | undefined) => void>();
  #socket: WebSocket | undefined;
  #isOpen = false;
  #closed = false;
  #delayMs = firstDelayMs;
  #retry: NodeJS.Timeout | undefined;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Nothing that ends from now on is missed. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Told `opened` when the socket opens, however often: what came before that may have been missed. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.connect();
    return () => this.#listeners.delete(listener);
  }

  connect(): void {
    if (this.#closed || this.#socket !== undefined || this.#retry !== undefined) return;
    const socket = this.#transport.openSocket('/events', { type: 'lifecycle,operation' });
    this.#socket = socket;
    socket.on('open', () => {
      this.#isOpen = true;
      this.#delayMs = firstDelayMs;
      keepAlive(socket);
      this.#tell('opened');
    });
    socket.on('message', (data: Buffer) => this.#read(data));
    // Always followed by `close`.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#lost());
  }

  /** The finished operation; undefined when it was not heard of within `timeoutMs`, or the socket was lost. */
  async waitFor(id: string, timeoutMs: number): Promise<Operation | undefined> {
    const finished = this.#finished.get(id);
    if (finished !== undefined || !this.#isOpen) return finished;
    const { promise, resolve } = Promise.withResolvers<Operation | undefined>();
    this.#waiting.set(id, resolve);
    const timer = setTimeout(resolve, timeoutMs, undefined);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#socket?.terminate();
  }

  #read(data: Buffer): void {
    const event = JSON.parse(data.toString()) as RawEvent;
    if (event.type === 'operation' && isFinished(event.metadata)) this.#remember(event.metadata);
    this.#tell(event);
  }

  #remember(operation: Operation): void {
    this.#finished.set(operation.id, operation);
    const oldest = this.#finished.keys().next().value;
    if (this.#finished.size > rememberedOperations && oldest !== undefined) {
      this.#finished.delete(oldest);
    }
    this.#waiting.get(operation.id)?.(operation);
  }

  #tell(event: RawEvent | 'opened' | 'closed'): void {
    for (const listener of this.#listeners) listener(event);
  }

  #lost(): void {
    const wasOpen = this.#isOpen;
    this.#socket = undefined;
    this.#isOpen = false;
    for (const resolve of this.#waiting.values()) resolve(undefined);
    if (this.#closed) return;
    if (wasOpen) this.#tell('closed');
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.connect();
    }, this.#delayMs);
    this.#delayMs = Math.min(this.#delayMs * 2, longestDelayMs);
  }
}

/** A peer that vanished without a word closes nothing: only a missing pong tells. */
function keepAlive(socket: WebSocket): void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) socket.terminate();
    answered = false;
    socket.ping();
  }, pingEveryMs);
  socket.on('close', () => clearInterval(timer));
}
