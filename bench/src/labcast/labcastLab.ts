import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { createApiClient } from '@labcast/api-client';

const run = promisify(execFile);
const launcher = new URL('../../../labcast', import.meta.url).pathname;

export async function makeLab(
  type: string,
  parameters: Record<string, string>,
  name: string,
): Promise<void> {
  const pairs = Object.entries(parameters).map(([key, value]) => `${key}=${value}`);
  await run(launcher, ['create', type, ...pairs, `name=${name}`]);
}

export async function removeLab(name: string): Promise<void> {
  await run(launcher, ['destroy', name, '--yes']);
}

/** Through a tunnel, as `labcast forward` does; throws unless the page answers with 200. */
export async function fetchPage(name: string, element: string, port: number): Promise<void> {
  const tokenFile = process.env.LABCAST_TOKEN_FILE ?? '/var/lib/labcast/admin-token';
  const client = createApiClient({
    baseUrl: process.env.LABCAST_URL ?? `http://127.0.0.1:${process.env.LABCAST_PORT ?? '8080'}`,
    token: readFileSync(tokenFile, 'utf8').trim(),
  });
  const tunnel = await client.openForward(name, 'dev', { element, port });
  tunnel.write(`GET / HTTP/1.0\r\nHost: ${element}\r\n\r\n`);
  const [first] = (await once(tunnel, 'data')) as [Buffer];
  tunnel.destroy();
  const [status] = first.toString().split('\r\n');
  if (!status?.includes(' 200 ')) throw new Error(`The page answered: ${status ?? 'nothing'}`);
}
