import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { baseUrl } from './api.ts';

export interface CuttingProxy {
  /** Address of Labcast through the proxy. */
  readonly url: string;
  close(): void;
}

/** A line to Labcast that breaks for good once so many bytes went up. */
export async function openCuttingProxy(afterBytes: number): Promise<CuttingProxy> {
  const { hostname, port } = new URL(baseUrl);
  let left = afterBytes;
  const server = createServer((near) => {
    const far = connect(Number(port) || 80, hostname);
    const cut = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('error', cut).on('close', cut);
    far.pipe(near);
    near.on('data', (bytes: Buffer) => {
      left -= bytes.length;
      if (left < 0) cut();
      else if (!far.write(bytes)) near.pause();
    });
    far.on('drain', () => near.resume());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => void server.close(),
  };
}
