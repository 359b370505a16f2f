import { once } from 'node:events';
import WebSocket from 'ws';
import { baseUrl, headers } from './connection.ts';

/** A console's socket as the page opens it, open; what arrives is kept until it is read. */
export interface ConsoleSocket {
  send(bytes: Buffer): void;
  /** Resolves as soon as what arrived since the last call contains the text. */
  until(text: string): Promise<void>;
  /** Resolves as soon as so many bytes arrived since the last call. */
  untilBytes(count: number): Promise<void>;
  close(): void;
}

const patienceMs = 60_000;

/** `path` such as `terminal?session=1`, of an element; `onBytes` sees all that comes as well. */
export async function openConsole(
  assignment: string,
  element: string,
  path: string,
  {
    environment = 'dev',
    onBytes,
  }: { readonly environment?: string; readonly onBytes?: (bytes: Buffer) => void } = {},
): Promise<ConsoleSocket> {
  const url = `${baseUrl.replace(/^http/, 'ws')}/api/v1/environments/${assignment}/${environment}/elements/${element}/${path}`;
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  let text = '';
  let bytes = 0;
  let onData: (() => void) | undefined;
  socket.on('message', (data: Buffer) => {
    onBytes?.(data);
    bytes += data.length;
    // The end is enough to find what is waited for, and a stream of megabytes must not become one string.
    text = (text + data.subarray(-4096).toString('latin1')).slice(-4096);
    onData?.();
  });
  await once(socket, 'open');

  async function wait(isThere: () => boolean, what: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timeout = setTimeout(
        () => reject(new Error(`No ${what} within a minute. Last: ${text.slice(-200)}`)),
        patienceMs,
      );
      onData = () => {
        if (!isThere()) return;
        clearTimeout(timeout);
        resolve();
      };
      onData();
    });
    onData = undefined;
    text = '';
    bytes = 0;
  }

  return {
    send: (content) => socket.send(content),
    until: (wanted) => wait(() => text.includes(wanted), JSON.stringify(wanted)),
    untilBytes: (count) => wait(() => bytes >= count, `${String(count)} bytes`),
    close: () => socket.terminate(),
  };
}
