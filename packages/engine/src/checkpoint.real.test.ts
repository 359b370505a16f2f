import { setTimeout as sleep } from 'node:timers/promises';
import type { Checkpoint, Environment, EnvironmentId } from '@labcast/store';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clusterLab, machineLab } from './testing/labs.ts';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';
import { openTestBed } from './testing/testBed.ts';
import type { TestBed } from './testing/testBed.ts';

let bed: TestBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openTestBed();
});
afterEach(() => bed.remove());

const root = { mode: '0644', uid: 0, gid: 0 };

async function makeLab(blueprint = machineLab): Promise<Environment> {
  const { id } = await bed.createLab(blueprint);
  return bed.untilSettled(id);
}

async function take(sourceId: EnvironmentId): Promise<Checkpoint> {
  const { id } = await bed.store.createCheckpoint({ sourceId, reason: 'asked', createdBy: 'Ada' });
  return untilEnded(id);
}

async function untilEnded(id: Checkpoint['id']): Promise<Checkpoint> {
  await expect
    .poll(async () => (await bed.store.getCheckpoint(id)).state, { interval: 5 })
    .toMatch(/kept|failed/);
  return bed.store.getCheckpoint(id);
}

/** A student's copy of what a checkpoint holds. */
async function copy(source: Environment, { key }: Checkpoint, name = '01'): Promise<Environment> {
  const [made] = await bed.store.createEnvironments([
    {
      assignmentId: source.assignmentId,
      role: 'student',
      name,
      wanted: 'running',
      blueprint: source.blueprint,
      origins: { web: { key, image: 'debian-12' }, cluster: { key, image: 'kubernetes-node' } },
    },
  ]);
  return bed.untilSettled(made!.id);
}

const contentOf = ({ key }: { key: string }, path: string): string | undefined =>
  bed.incus.world.get(`${key}-web`).files.get(path)?.content.toString();

async function isLocked(id: EnvironmentId): Promise<boolean> {
  const lock = await bed.store.lockEnvironment(id);
  await lock?.release();
  return lock === undefined;
}

describe('a checkpoint', () => {
  test('holds what was on every disk, and nothing that was done afterwards', async () => {
    await bed.start();
    const dev = await makeLab(clusterLab);
    await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'before', root);
    const checkpoint = await take(dev.id);
    expect(checkpoint).toMatchObject({
      number: 1,
      state: 'kept',
      sourceName: 'dev',
      createdBy: 'Ada',
    });
    expect(checkpoint.pauseMs).toBeGreaterThanOrEqual(0);
    await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'after', root);
    const kept = [...bed.incus.world.instances.values()]
      .map(({ instance }) => instance)
      .filter(({ name }) => name.startsWith(checkpoint.key));
    expect(kept.map(({ name }) => name.slice(8)).toSorted()).toEqual([
      'cluster',
      'cluster-2',
      'cluster-3',
      'web',
    ]);
    expect(new Set(kept.map(({ status }) => status))).toEqual(new Set(['Stopped']));
    const student = await copy(dev, checkpoint);
    expect([contentOf(student, '/work'), contentOf(dev, '/work')]).toEqual(['before', 'after']);
    expect(bed.unaccounted).toEqual([]);
  });

  test('leaves its lab running, and goes with a receipt of its own', async () => {
    await bed.start();
    const dev = await makeLab();
    const { environmentId, key } = await take(dev.id);
    expect(bed.incus.world.get(`${dev.key}-web`).instance.status).toBe('Running');
    await bed.destroy(environmentId);
    const ledger = await bed.store.listLedger(environmentId);
    expect(ledger.map(({ name, goneAt }) => [name, goneAt !== undefined])).toEqual([
      [`${key}-web`, true],
    ]);
    expect(await bed.store.listCheckpoints(dev.assignmentId)).toEqual([]);
    expect((await bed.store.getEnvironment(dev.id)).status.state).toBe('ready');
  });

  test('of a lab without machines fails with its reason, and nothing of it stays', async () => {
    await bed.start();
    const dev = await makeLab('version: 1\n');
    const failed = await take(dev.id);
    expect(failed).toMatchObject({ state: 'failed' });
    expect(failed.error).toContain('has no machine yet');
    await bed.untilGone(failed.environmentId);
  });

  test('waits until nobody looks at what it keeps', async () => {
    const first = await bed.start();
    const dev = await makeLab();
    await first.stop();
    const request = { sourceId: dev.id, reason: 'asked', createdBy: 'Ada' } as const;
    const { id, environmentId, key } = await bed.store.createCheckpoint(request);
    const look = await bed.store.lockEnvironment(environmentId);
    await bed.start();
    await expect.poll(() => isLocked(dev.id), { interval: 5 }).toBe(true);
    await sleep(100);
    expect([...bed.incus.world.instances.keys()].filter((name) => name.startsWith(key))).toEqual(
      [],
    );
    await look!.release();
    expect(await untilEnded(id)).toMatchObject({ state: 'kept' });
  });

  test('that was broken off anywhere is whole in the end, and the lab runs', async () => {
    const first = await bed.start();
    const dev = await makeLab(clusterLab);
    await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'kept', root);
    await first.stop();
    for (let life = 4; life < 60; life += 7) {
      const request = { sourceId: dev.id, reason: 'asked', createdBy: 'Ada' } as const;
      const { id, key } = await bed.store.createCheckpoint(request);
      const doomed = await bed.start({}, life);
      await Promise.race([doomed.ended, untilEnded(id).catch(() => undefined)]);
      await doomed.kill();
      const next = await bed.start();
      expect(await untilEnded(id)).toMatchObject({ state: 'kept' });
      expect(contentOf({ key }, '/work')).toBe('kept');
      await bed.untilSettled(dev.id);
      for (const { instance } of bed.incus.world.instances.values()) {
        if (!instance.name.startsWith(dev.key)) continue;
        expect(instance.status).toBe('Running');
      }
      await next.stop();
    }
    expect(bed.unaccounted).toEqual([]);
  });
});

describe('a task', () => {
  test('keeps what is there before it makes elements anew', async () => {
    await bed.start();
    const dev = await makeLab();
    const student = await copy(dev, await take(dev.id));
    await bed.incus.client.writeFile(`${student.key}-web`, '/work', 'mine', root);
    const { id } = await bed.store.createTask({
      environmentId: student.id,
      kind: 'reset',
      change: { resets: ['web'] },
      keepFirst: 'before-reset',
      requestedBy: 'Ada',
    });
    await expect.poll(async () => (await bed.store.getTask(id)).state).toBe('done');
    expect(contentOf(student, '/work')).toBeUndefined();
    const { checkpointId } = await bed.store.getTask(id);
    const checkpoint = await bed.store.getCheckpoint(checkpointId!);
    expect(checkpoint).toMatchObject({ reason: 'before-reset', sourceName: '01', number: 2 });
    expect(contentOf(checkpoint, '/work')).toBe('mine');
  });

  test('brings a lab back to a checkpoint', async () => {
    await bed.start();
    const dev = await makeLab();
    await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'good', root);
    const { key } = await take(dev.id);
    await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'broken', root);
    const { id } = await bed.store.createTask({
      environmentId: dev.id,
      kind: 'restore',
      change: {
        blueprint: machineLab,
        origins: { web: { key, image: 'debian-12' } },
        resets: ['web'],
      },
      keepFirst: 'before-restore',
      requestedBy: 'Ada',
    });
    await expect.poll(async () => (await bed.store.getTask(id)).state).toBe('done');
    expect(contentOf(dev, '/work')).toBe('good');
  });

  test('deletes an element, which comes back with what was on it', async () => {
    await bed.start();
    const dev = await makeLab();
    await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'hours of it', root);
    const { id } = await bed.store.createTask({
      environmentId: dev.id,
      kind: 'update',
      change: { blueprint: 'version: 1\n', origins: {}, ifGeneration: dev.generation },
      keepFirst: 'before-delete',
      requestedBy: 'Ada',
    });
    await expect.poll(async () => (await bed.store.getTask(id)).state).toBe('done');
    expect(bed.incus.world.instances.has(`${dev.key}-web`)).toBe(false);
    const { checkpointId } = await bed.store.getTask(id);
    const { key } = await bed.store.getCheckpoint(checkpointId!);
    await bed.store.changeWanted(dev.id, {
      blueprint: machineLab,
      origins: { web: { key, image: 'debian-12' } },
    });
    await bed.untilSettled(dev.id);
    expect(contentOf(dev, '/work')).toBe('hours of it');
  });

  test('keeps what was deleted for a day, and longer what was brought back', async () => {
    await bed.start();
    const dev = await makeLab();
    const remove = async () => {
      const { generation } = await bed.store.getEnvironment(dev.id);
      const { id } = await bed.store.createTask({
        environmentId: dev.id,
        kind: 'update',
        change: { blueprint: 'version: 1\n', origins: {}, ifGeneration: generation },
        keepFirst: 'before-delete',
        requestedBy: 'Ada',
      });
      await expect.poll(async () => (await bed.store.getTask(id)).state).toBe('done');
      return bed.store.getCheckpoint((await bed.store.getTask(id)).checkpointId!);
    };
    const first = await remove();
    await bed.store.changeWanted(dev.id, { blueprint: machineLab, origins: {} });
    await bed.untilSettled(dev.id);
    const second = await remove();
    const asked = await (async () => {
      const origins = { web: { key: second.key, image: 'debian-12' } };
      await bed.store.changeWanted(dev.id, { blueprint: machineLab, origins });
      await bed.untilSettled(dev.id);
      return take(dev.id);
    })();
    await bed.database.query(
      `update checkpoint set taken_at = taken_at - interval '25 hours' where id <> $1`,
      [second.id],
    );
    await bed.untilGone(first.environmentId);
    await bed.database.query(`update checkpoint set taken_at = taken_at - interval '25 hours'`);
    // Longer than the engine takes to look again.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const left = await bed.store.listCheckpoints(dev.assignmentId);
    expect(left.map(({ id }) => id)).toEqual([asked.id, second.id]);
    expect(left.filter(({ isGoing }) => isGoing)).toEqual([]);
    await bed.store.changeWanted(dev.id, { blueprint: 'version: 1\n', origins: {} });
    await bed.untilGone(second.environmentId);
  });

  test('does not undo what somebody else changed while it kept the disks', async () => {
    const dev = await (async () => {
      const first = await bed.start();
      const made = await makeLab();
      await first.stop();
      return made;
    })();
    const { id } = await bed.store.createTask({
      environmentId: dev.id,
      kind: 'update',
      change: { blueprint: 'version: 1\n', ifGeneration: dev.generation },
      keepFirst: 'before-delete',
      requestedBy: 'Ada',
    });
    const theirs = `${machineLab}# of somebody else\n`;
    await bed.store.changeWanted(dev.id, { blueprint: theirs });
    await bed.start();
    await expect.poll(async () => (await bed.store.getTask(id)).state).toBe('failed');
    expect((await bed.store.getTask(id)).error).toContain('Somebody else has changed');
    expect((await bed.store.getEnvironment(dev.id)).blueprint).toBe(theirs);
  });

  test('that cannot keep what is there changes nothing', async () => {
    await bed.start();
    const dev = await makeLab();
    bed.incus.failNext('copyInstance', 'storage-full', { times: 20 });
    const { id } = await bed.store.createTask({
      environmentId: dev.id,
      kind: 'reset',
      change: { resets: ['web'] },
      keepFirst: 'before-reset',
      requestedBy: 'Ada',
    });
    await expect.poll(async () => (await bed.store.getTask(id)).state).toBe('failed');
    expect((await bed.store.getTask(id)).error).toContain('Nothing was changed');
    expect((await bed.store.getEnvironment(dev.id)).generation).toBe(1);
    expect(bed.incus.world.get(`${dev.key}-web`).instance.status).toBe('Running');
  });
});
