import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { IncusClient, IncusEvent, InstanceSpec } from '../client.ts';

/** What the suite needs: a project of its own, an image with busybox, and a storage pool. */
export interface IncusTestBed {
  readonly client: IncusClient;
  /** Alias of the image. */
  readonly image: string;
  readonly pool: string;
  /** Tarballs that may be imported. */
  readonly tarballs: { readonly metadata: string; readonly rootfs: string };
  stop(): Promise<void>;
}

/** Holds the fake and the real Incus to the same promises. */
export function describeIncusClient(name: string, setUp: () => Promise<IncusTestBed>): void {
  describe(name, () => {
    let bed: IncusTestBed;
    let client: IncusClient;
    beforeAll(async () => {
      bed = await setUp();
      client = bed.client;
    });
    afterEach(async () => {
      const left = await client.listInstances();
      await Promise.all(left.map((instance) => client.removeInstance(instance.name)));
    });
    afterAll(() => bed.stop());

    const specOf = (instance: string, start = false): InstanceSpec => ({
      name: instance,
      image: bed.image,
      config: { 'user.owner': 'contract' },
      devices: { root: { type: 'disk', path: '/', pool: bed.pool } },
      start,
    });
    const owner = { mode: '0640', uid: 0, gid: 0 };

    test('a created instance is found as it was asked for', async () => {
      await client.createInstance(specOf('a1'));
      expect(await client.findInstance('a1')).toMatchObject({
        name: 'a1',
        status: 'Stopped',
        everStarted: false,
        config: { 'user.owner': 'contract' },
        devices: { root: { type: 'disk', path: '/', pool: bed.pool } },
      });
      expect((await client.listInstances()).map((instance) => instance.name)).toEqual(['a1']);
      expect(await client.listInstancesNamed('a')).toEqual(await client.listInstances());
      expect(await client.listInstancesNamed('a12')).toEqual([]);
      expect(await client.listInstancesNamed('1')).toEqual([]);
    });

    test('an instance asked for as started is running', async () => {
      await client.createInstance(specOf('a2', true));
      expect(await client.findInstance('a2')).toMatchObject({
        status: 'Running',
        everStarted: true,
      });
    });

    test('of two creates of one name exactly one wins and the other gets a conflict', async () => {
      const both = [client.createInstance(specOf('a3')), client.createInstance(specOf('a3'))];
      const results = await Promise.allSettled(both);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const lost = results.find((result) => result.status === 'rejected');
      expect(lost?.reason).toMatchObject({ kind: 'conflict' });
      await expect(client.createInstance(specOf('a3'))).rejects.toMatchObject({ kind: 'conflict' });
    });

    test('a missing image is named and leaves no instance', async () => {
      const creating = client.createInstance({ ...specOf('a4'), image: 'no-such-image' });
      await expect(creating).rejects.toMatchObject({ kind: 'not-found' });
      expect(await client.findInstance('a4')).toBeUndefined();
    });

    test('starting and stopping may be repeated and asked for twice at once', async () => {
      await client.createInstance(specOf('a5'));
      await Promise.all([client.startInstance('a5'), client.startInstance('a5')]);
      await client.startInstance('a5');
      expect(await client.findInstance('a5')).toMatchObject({ status: 'Running' });
      const stop = (): Promise<void> => client.stopInstance('a5', { force: true });
      await Promise.all([stop(), stop()]);
      await stop();
      expect(await client.findInstance('a5')).toMatchObject({ status: 'Stopped' });
    });

    test('an absent instance is stopped and removed already, and cannot be started', async () => {
      await client.stopInstance('absent', { force: true });
      await client.removeInstance('absent');
      await expect(client.startInstance('absent')).rejects.toMatchObject({ kind: 'not-found' });
    });

    test('a running instance is removed, also by two at once', async () => {
      await client.createInstance(specOf('a6', true));
      await Promise.all([client.removeInstance('a6'), client.removeInstance('a6')]);
      expect(await client.findInstance('a6')).toBeUndefined();
    });

    test('removing an instance while it is being made leaves nothing', async () => {
      const creating = client.createInstance(specOf('a7', true)).catch(() => undefined);
      // Until Incus has heard of it there is nothing to remove.
      await new Promise((resolve) => setTimeout(resolve, 30));
      await client.removeInstance('a7');
      await creating;
      expect(await client.findInstance('a7')).toBeUndefined();
    });

    test('starting and stopping at once end in a known state, and removal works after it', async () => {
      await client.createInstance(specOf('a8'));
      await Promise.all([
        client.startInstance('a8'),
        client.stopInstance('a8', { force: true }),
        client.startInstance('a8'),
      ]);
      await client.removeInstance('a8');
      expect(await client.findInstance('a8')).toBeUndefined();
    });

    test('an update adds, changes and removes, and leaves the rest', async () => {
      await client.createInstance(specOf('b1'));
      const share = { type: 'none' };
      await client.updateInstance('b1', { config: { 'user.new': '1' }, devices: { extra: share } });
      await Promise.all(
        ['x', 'y', 'z'].map((key) =>
          client.updateInstance('b1', { config: { [`user.${key}`]: '1' } }),
        ),
      );
      const changed = await client.findInstance('b1');
      expect(changed?.devices).toMatchObject({ root: { path: '/' }, extra: share });
      const added = { 'user.new': '1', 'user.x': '1', 'user.y': '1', 'user.z': '1' };
      expect(changed?.config).toMatchObject({ 'user.owner': 'contract', ...added });
      await client.updateInstance('b1', { config: { 'user.new': '' }, devices: { extra: {} } });
      const removed = await client.findInstance('b1');
      expect(Object.keys(removed?.devices ?? {})).toEqual(['root']);
      expect(removed?.config).not.toHaveProperty('user.new');
      expect(removed?.config).toMatchObject({ 'user.x': '1' });
    });

    test('updating, using and reading an absent instance say that it is not there', async () => {
      const absent = { kind: 'not-found' };
      await expect(client.updateInstance('no', { config: {} })).rejects.toMatchObject(absent);
      await expect(client.getInstanceUsage('no')).rejects.toMatchObject(absent);
      await expect(client.getAddresses('no')).rejects.toMatchObject(absent);
      await expect(client.readFile('no', '/etc/x')).rejects.toMatchObject(absent);
      await expect(client.exec('no', { command: ['cat'] })).rejects.toMatchObject(absent);
    });

    test('a file is read as it was written, replaced whole, and missing when missing', async () => {
      await client.createInstance(specOf('c1', true));
      const content = randomBytes(3_000_000);
      await client.writeFile('c1', '/tmp/a file', content, owner);
      expect(hash(await client.readFile('c1', '/tmp/a file'))).toBe(hash(content));
      await client.writeFile('c1', '/tmp/a file', 'short', { ...owner, mode: '0600' });
      expect(String(await client.readFile('c1', '/tmp/a file'))).toBe('short');
      const missing = client.readFile('c1', '/tmp/none');
      await expect(missing).rejects.toMatchObject({ kind: 'not-found' });
    });

    test('a file grows by what is appended, in a stopped instance too, and tells its size', async () => {
      await client.createInstance(specOf('c2'));
      const [first, second] = [randomBytes(100_000), randomBytes(50_000)];
      expect(await client.getFileSize('c2', '/part')).toBe(0);
      expect(await client.appendFile('c2', '/part', first)).toBe(100_000);
      expect(await client.appendFile('c2', '/part', second)).toBe(150_000);
      const whole = await client.readFile('c2', '/part');
      expect(hash(whole)).toBe(hash(Buffer.concat([first, second])));
      const absent = { kind: 'not-found' };
      await expect(client.getFileSize('no', '/part')).rejects.toMatchObject(absent);
      await expect(client.appendFile('no', '/part', first)).rejects.toMatchObject(absent);
    });

    test('a stopped instance becomes an image, once, from which others are made', async () => {
      await client.createInstance(specOf('c3'));
      const alias = `${bed.image}-published`;
      const properties = { purpose: 'contract' };
      const image = await client.publishImage('c3', { alias, properties });
      expect(image).toMatchObject({ properties });
      const again = await client.publishImage('c3', { alias, properties });
      expect(again.fingerprint).toBe(image.fingerprint);
      await client.createInstance({ ...specOf('c4'), image: alias });
      expect(await client.findInstance('c4')).toBeDefined();
      await client.removeImage(image.fingerprint);
      expect(await client.findImage(alias)).toBeUndefined();
    });

    test('a copy has what the original had, is not changed by it, and has its own name', async () => {
      await client.createInstance(specOf('c5', true));
      await client.writeFile('c5', '/kept', 'before', owner);
      await client.createSnapshot('c5', 'one');
      await client.writeFile('c5', '/kept', 'after', owner);
      const copy = { config: { 'user.owner': 'copy', 'user.new': '1' }, devices: {}, start: true };
      await client.copyInstance({ name: 'c6', from: { instance: 'c5', snapshot: 'one' }, ...copy });
      await client.copyInstance({ name: 'c7', from: { instance: 'c6' }, ...copy, start: false });
      expect(await client.findInstance('c6')).toMatchObject({
        status: 'Running',
        everStarted: true,
        config: { 'user.owner': 'copy', 'user.new': '1' },
        devices: { root: { type: 'disk', path: '/', pool: bed.pool } },
      });
      expect(await client.findInstance('c7')).toMatchObject({
        status: 'Stopped',
        everStarted: false,
      });
      expect(String(await client.readFile('c6', '/kept'))).toBe('before');
      expect(String(await client.readFile('c7', '/kept'))).toBe('before');
      expect(String(await client.readFile('c5', '/kept'))).toBe('after');
      const again = client.copyInstance({ name: 'c7', from: { instance: 'c5' }, ...copy });
      await expect(again).rejects.toMatchObject({ kind: 'conflict' });
      await client.removeInstance('c5');
      expect(String(await client.readFile('c6', '/kept'))).toBe('before');
    });

    test('what is missing cannot be copied, and nothing is made', async () => {
      await client.createInstance(specOf('c8'));
      const copy = { name: 'c9', config: {}, devices: {}, start: false };
      const missing = { kind: 'not-found' };
      for (const from of [{ instance: 'no' }, { instance: 'c8', snapshot: 'no' }])
        await expect(client.copyInstance({ ...copy, from })).rejects.toMatchObject(missing);
      expect(await client.findInstance('c9')).toBeUndefined();
    });

    test('snapshots are listed and removed, of one name there is one', async () => {
      await client.createInstance(specOf('s1', true));
      await client.createSnapshot('s1', 'one');
      await client.createSnapshot('s1', 'two');
      const again = client.createSnapshot('s1', 'one');
      await expect(again).rejects.toMatchObject({ kind: 'conflict' });
      expect((await client.listSnapshots('s1')).toSorted()).toEqual(['one', 'two']);
      await client.removeSnapshot('s1', 'one');
      await client.removeSnapshot('s1', 'one');
      await client.removeSnapshot('absent', 'one');
      expect(await client.listSnapshots('s1')).toEqual(['two']);
      await expect(client.listSnapshots('absent')).rejects.toMatchObject({ kind: 'not-found' });
    });

    test('a frozen instance stands still, has a snapshot taken, and goes on', async () => {
      await client.createInstance(specOf('s2', true));
      await client.freezeInstance('s2');
      await client.freezeInstance('s2');
      expect(await client.findInstance('s2')).toMatchObject({ status: 'Frozen' });
      await client.createSnapshot('s2', 'still');
      expect(await client.findInstance('s2')).toMatchObject({ status: 'Frozen' });
      await client.unfreezeInstance('s2');
      await client.unfreezeInstance('s2');
      expect(await client.findInstance('s2')).toMatchObject({ status: 'Running' });
      await client.freezeInstance('s2');
      await client.removeInstance('s2');
      await client.createInstance(specOf('s3'));
      await expect(client.freezeInstance('s3')).rejects.toMatchObject({ kind: 'rejected' });
    });

    test('a command gets its input and gives its output and exit code', async () => {
      await client.createInstance(specOf('d1', true));
      const echoed = await client.exec('d1', { command: ['cat'] }, { stdin: 'hello' });
      expect({ ...echoed, stdout: String(echoed.stdout) }).toMatchObject({
        exitCode: 0,
        stdout: 'hello',
      });
      const failed = await client.exec('d1', { command: ['sh', '-c', 'echo no >&2; exit 7'] });
      expect([failed.exitCode, String(failed.stderr)]).toEqual([7, 'no\n']);
      const missing = await client.exec('d1', { command: ['no-such-command'] });
      expect(missing.exitCode).toBe(127);
    });

    test('megabytes of binary data come back the same through a command', async () => {
      await client.createInstance(specOf('d2', true));
      const data = randomBytes(8_000_000);
      const { stdout } = await client.exec('d2', { command: ['cat'] }, { stdin: data });
      expect(hash(stdout)).toBe(hash(data));
    });

    test('a command that takes too long, or writes too much, is ended and refused', async () => {
      await client.createInstance(specOf('d3', true));
      const slow = client.exec('d3', { command: ['sleep', '60'] }, { timeoutMs: 100 });
      await expect(slow).rejects.toMatchObject({ kind: 'rejected' });
      const much = client.exec('d3', { command: ['cat'] }, { stdin: Buffer.alloc(17 * 2 ** 20) });
      await expect(much).rejects.toMatchObject({ kind: 'rejected' });
    });

    test('a tunnel passes bytes both ways and tells how it ended', async () => {
      await client.createInstance(specOf('d4', true));
      const cat = await client.openExec('d4', { command: ['cat'] });
      cat.stdin.write('one');
      expect(String((await once(cat.stdout, 'data'))[0])).toBe('one');
      cat.stdin.end('two');
      expect(String(await buffer(cat.stdout))).toBe('two');
      expect(await cat.exitCode).toBe(0);
      const killed = await client.openExec('d4', { command: ['sleep', '60'] });
      killed.signal(15);
      expect(await killed.exitCode).toBe(128 + 15);
      const closed = await client.openExec('d4', { command: ['sleep', '60'] });
      closed.close();
      expect(await closed.exitCode).toBe(128 + 9);
      closed.stdin.write('after the end');
      closed.close();
    });

    test('a command in a stopped instance is refused', async () => {
      await client.createInstance(specOf('d5'));
      const refused = client.exec('d5', { command: ['cat'] });
      await expect(refused).rejects.toMatchObject({ kind: 'rejected' });
    });

    test('a running instance has usage, and the pool and the host tell theirs', async () => {
      await client.createInstance(specOf('e1', true));
      const usage = await client.getInstanceUsage('e1');
      expect(usage.processes).toBeGreaterThan(0);
      expect(usage.memoryBytes).toBeGreaterThan(0);
      expect((await client.getPoolUsage(bed.pool)).totalBytes).toBeGreaterThan(0);
      expect((await client.getResources()).memoryBytes).toBeGreaterThan(0);
      expect(await client.getServerVersion()).toMatch(/^\d+\.\d+/);
      const missing = client.getPoolUsage('no-such-pool');
      await expect(missing).rejects.toMatchObject({ kind: 'not-found' });
    });

    test('events tell of an instance from its creation to its end', async () => {
      const { seen, stop } = watch(client);
      await client.ensureProject();
      await client.createInstance(specOf('f1', true));
      await client.removeInstance('f1');
      await expect.poll(() => seen).toContain('f1 instance-deleted');
      expect(seen).toContain('f1 instance-created');
      expect(seen).toContain('f1 instance-started');
      stop();
      await client.createInstance(specOf('f2'));
      expect(seen.filter((event) => event.startsWith('f2'))).toEqual([]);
    });

    test('importing again is the same image, and an alias moves to the newest', async () => {
      const files = { ...bed.tarballs, properties: { purpose: 'contract' } };
      const alias = `${bed.image}-contract`;
      const first = await client.importImage({ ...files, aliases: [alias] });
      expect(first).toMatchObject({ properties: { purpose: 'contract' } });
      const again = await client.importImage({ ...files, aliases: [alias, `${alias}/2`] });
      expect(again.fingerprint).toBe(first.fingerprint);
      expect([...again.aliases]).toEqual(expect.arrayContaining([alias, `${alias}/2`]));
      expect((await client.findImage(`${alias}/2`))?.fingerprint).toBe(first.fingerprint);
      expect((await client.findImage(first.fingerprint))?.fingerprint).toBe(first.fingerprint);
      const known = (await client.listImages()).map(({ fingerprint }) => fingerprint);
      expect(known).toContain(first.fingerprint);
      await client.removeImage(first.fingerprint);
      await client.removeImage(first.fingerprint);
      expect(await client.findImage(alias)).toBeUndefined();
    });

    test('properties are added to an image, and it is unpacked anew when its unpacked copy is gone', async () => {
      const { fingerprint, properties } = (await client.findImage(bed.image))!;
      await client.addImageProperties(fingerprint, { 'user.contract': 'added' });
      expect((await client.findImage(fingerprint))?.properties).toEqual({
        ...properties,
        'user.contract': 'added',
      });
      await client.createInstance(specOf('u1'));
      await client.removeUnpackedImage(bed.pool, fingerprint);
      await client.removeUnpackedImage(bed.pool, fingerprint);
      await client.createInstance(specOf('u2', true));
      expect((await client.findInstance('u2'))?.status).toBe('Running');
      await expect(client.addImageProperties('0'.repeat(64), {})).rejects.toMatchObject({
        kind: 'not-found',
      });
    });

    test('a project and a pool that are there are left as they are, instances included', async () => {
      await client.createInstance(specOf('g1'));
      await Promise.all([client.ensureProject(), client.ensureProject()]);
      await client.ensureStoragePool(bed.pool, 'dir', {});
      expect(await client.findInstance('g1')).toBeDefined();
      await client.removeStoragePool('no-such-pool');
      await expect(client.removeProject()).rejects.toMatchObject({ kind: 'conflict' });
    });
  });
}

function hash(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function watch(client: IncusClient): { seen: string[]; stop: () => void } {
  const seen: string[] = [];
  const stop = client.watchEvents((event: IncusEvent) => {
    if (event.type === 'lifecycle') seen.push(`${event.instance} ${event.action}`);
  });
  return { seen, stop };
}
