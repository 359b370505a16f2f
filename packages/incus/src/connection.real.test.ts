import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import type { IncusClient, IncusEvent, InstanceSpec } from './client.ts';
import { createIncusClient } from './createIncusClient.ts';
import type { IncusTestBed } from './testing/contract.ts';
import { createRealTestBed, incusSocketPath } from './testing/createRealTestBed.ts';
import { createCuttableProxy, type CuttableProxy } from './testing/cuttableProxy.ts';

let bed: IncusTestBed;
let folder: string;
let proxy: CuttableProxy;
/** Through the proxy. */
let client: IncusClient;

beforeAll(async () => {
  bed = await createRealTestBed();
  folder = await mkdtemp(join(tmpdir(), 'incus-connection-'));
  proxy = await createCuttableProxy(incusSocketPath, { path: join(folder, 'socket') });
  const endpoint = { socketPath: join(folder, 'socket') };
  client = createIncusClient({ endpoint, project: bed.client.project });
});
afterEach(async () => {
  const left = await bed.client.listInstances();
  await Promise.all(left.map(({ name }) => bed.client.removeInstance(name)));
});
afterAll(async () => {
  await client.close();
  await proxy.cut();
  await rm(folder, { recursive: true, force: true });
  await bed.stop();
});

const specOf = (name: string): InstanceSpec => ({
  name,
  image: bed.image,
  config: {},
  devices: { root: { type: 'disk', path: '/', pool: bed.pool } },
  start: true,
});
const unavailable = { kind: 'unavailable' };

test('while Incus is away calls say so, and afterwards events flow again', async () => {
  const seen: string[] = [];
  const stop = client.watchEvents((event: IncusEvent) =>
    seen.push(`${event.type} ${event.instance ?? ''} ${event.action ?? ''}`.trim()),
  );
  await expect.poll(() => seen).toEqual(['reconnected']);
  await proxy.cut();
  await expect(client.listInstances()).rejects.toMatchObject(unavailable);
  await expect(client.createInstance(specOf('away'))).rejects.toMatchObject(unavailable);
  await expect(client.removeInstance('away')).rejects.toMatchObject(unavailable);
  await proxy.restore();
  await expect
    .poll(() => seen, { timeout: 10_000 })
    .toEqual(['reconnected', 'disconnected', 'reconnected']);
  await client.createInstance(specOf('back'));
  await expect.poll(() => seen).toContain('lifecycle back instance-started');
  await expect.poll(() => seen).toContain('operation back Success');
  stop();
});

test('a create whose client was cut off goes on, and a removal waits for it', async () => {
  const creating = client.createInstance(specOf('orphan'));
  const lost = expect(creating).rejects.toMatchObject(unavailable);
  // Incus has the request as soon as it shows the name.
  await expect
    .poll(async () => (await bed.client.findInstance('orphan'))?.name, { interval: 5 })
    .toBe('orphan');
  await proxy.cut();
  await lost;
  await proxy.restore();
  await client.removeInstance('orphan');
  expect(await client.listInstances()).toEqual([]);
});

test('a tunnel whose Incus is lost ends, and its exit code with an error', async () => {
  await client.createInstance(specOf('tunnel'));
  const tunnel = await client.openExec('tunnel', { command: ['sleep', '60'] });
  const ended = once(tunnel.stdout.resume(), 'end');
  await proxy.cut();
  await expect(tunnel.exitCode).rejects.toMatchObject(unavailable);
  await ended;
  await proxy.restore();
});

test('what ended before anybody waited does not hang', async () => {
  // The events socket of a new client opens while its first operation runs.
  const socketPath = incusSocketPath;
  const fresh = createIncusClient({ endpoint: { socketPath }, project: bed.client.project });
  await Promise.all(['x1', 'x2', 'x3'].map((name) => fresh.createInstance(specOf(name))));
  await Promise.all(['x1', 'x2', 'x3'].map((name) => fresh.removeInstance(name)));
  expect(await fresh.listInstances()).toEqual([]);
  await fresh.close();
});

test('over HTTPS the client shows its certificate and trusts only the pinned one', async () => {
  const [server, user] = [await makeCertificate('server'), await makeCertificate('user')];
  const tls = { ...server, ca: user.cert, requestCert: true, rejectUnauthorized: true };
  const https = await createCuttableProxy(incusSocketPath, { tls });
  const endpoint = {
    url: `https://127.0.0.1:${https.address}`,
    certificate: user.cert,
    key: user.key,
  };
  const { project } = bed.client;
  const connect = (serverCertificate: string): IncusClient =>
    createIncusClient({ endpoint: { ...endpoint, serverCertificate }, project });
  const [right, wrong] = [connect(server.cert), connect(user.cert)];
  try {
    await right.createInstance(specOf('secure'));
    const { stdout } = await right.exec('secure', { command: ['echo', 'hello'] });
    expect(String(stdout)).toBe('hello\n');
    await expect(wrong.listInstances()).rejects.toMatchObject(unavailable);
  } finally {
    await Promise.all([right.close(), wrong.close()]);
    await https.cut();
  }
});

async function makeCertificate(name: string): Promise<{ cert: string; key: string }> {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const what = ['-subj', `/CN=${name}`, '-days', '1', '-keyout', key, '-out', cert];
  await promisify(execFile)('openssl', ['req', '-x509', ...kind, ...what]);
  return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
}
