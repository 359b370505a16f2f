import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labcast, labcastOk } from './support/labcast.ts';
import {
  killDatabase,
  killIncus,
  killServer,
  makeUp,
  serverPids,
  suspendDatabase,
} from './support/services.ts';
import { fillPool } from './support/fillPool.ts';
import { destroyQuietly, eventually, instanceOf, receiptOf, viewOf } from './support/views.ts';
import { incus, observeWorld } from './support/world.ts';

const name = 'e2e-faults';

const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: false }
  dmz: { subnet: 10.20.0.0/24, internet: false }
elements:
  web: { kind: container, image: debian-12, memory: 128MiB, networks: [lan] }
  fw: { kind: container, image: debian-12, memory: 128MiB, networks: [lan, dmz], run: ["sleep 1", "echo built > /root/built"] }
`;

/** Spread over the time that making or removing this lab takes. */
const momentsMs = [50, 200, 500, 900, 1500];

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function isReady(view: Awaited<ReturnType<typeof viewOf>>): boolean {
  return view.settled && view.status.state === 'ready';
}

function begin(): Promise<unknown> {
  return labcastOk(['apply', '-f', '-', '--name', name, '--yes', '--no-wait'], {
    stdin: lab,
  });
}

describe('after a fault the state is true, the way forward works and nothing leaks', () => {
  let before: Awaited<ReturnType<typeof observeWorld>>;

  beforeAll(async () => {
    await destroyQuietly(name);
    before = await observeWorld();
  });
  afterAll(() => destroyQuietly(name));

  async function expectWhole(): Promise<void> {
    await eventually('the lab is ready', () => viewOf(name), isReady);
    const built = await labcastOk(['exec', name, 'fw', '--', 'cat', '/root/built']);
    expect(built.stdout).toBe('built\n');
  }

  async function expectNothingLeft(): Promise<void> {
    await labcastOk(['destroy', name, '--yes']);
    expect(await observeWorld()).toEqual(before);
    expect((await receiptOf(name)).complete).toBe(true);
  }

  test.each(momentsMs)('the server is killed %i ms into a create', async (moment) => {
    await begin();
    await pause(moment);
    await killServer();
    await expectWhole();
    await expectNothingLeft();
  });

  test.each(momentsMs)('the server is killed %i ms into a destroy', async (moment) => {
    await begin();
    await expectWhole();
    await labcastOk(['destroy', name, '--yes', '--no-wait']);
    await pause(moment);
    await killServer();
    await eventually(
      'the server answers',
      () => labcast(['ls']),
      ({ exitCode }) => exitCode === 0,
    );
    await expectNothingLeft();
  });

  test('incusd is killed in the middle of a create, and comes back', async () => {
    await begin();
    await pause(300);
    await killIncus();
    await makeUp();
    await expectWhole();
    await expectNothingLeft();
  });

  test('incusd is killed in the middle of a destroy, and comes back', async () => {
    await begin();
    await expectWhole();
    await labcastOk(['destroy', name, '--yes', '--no-wait']);
    await pause(200);
    await killIncus();
    await makeUp();
    await expectNothingLeft();
  });

  test('a destroy while it is being made wins', async () => {
    await begin();
    await pause(300);
    await expectNothingLeft();
  });

  test('an instance that is deleted behind its back is said to be lost, and made anew', async () => {
    await begin();
    await expectWhole();
    const instance = await instanceOf(name, 'web');
    await incus(['delete', '--force', instance]);
    const log = await eventually(
      'the loss is told',
      () => labcastOk(['logs', name]),
      ({ stdout }) => stdout.includes('removed outside Labcast'),
    );
    expect(log.stdout).toContain('web');
    await expectWhole();
    await expectNothingLeft();
  });

  test('what is made by hand under our label is found by the sweep, and nothing else is', async () => {
    const installation = (
      await incus(['config', 'get', await sampleInstance(), 'user.labcast.installation'])
    ).trim();
    await incus([
      'create',
      '--empty',
      'e2e-orphan',
      '-s',
      'labcast',
      '-c',
      `user.labcast.installation=${installation}`,
    ]);
    await incus(['create', '--empty', 'e2e-stranger', '-s', 'labcast']);
    try {
      const preview = await labcast(['sweep', '--json']);
      expect(preview.exitCode).toBe(4);
      expect(preview.stdout).toContain('e2e-orphan');
      expect(preview.stdout).not.toContain('e2e-stranger');
      await labcastOk(['sweep', '--yes']);
      const left = await incus(['list', '--format', 'csv', '--columns', 'n']);
      expect(left).not.toContain('e2e-orphan');
      expect(left).toContain('e2e-stranger');
    } finally {
      await incus(['delete', '--force', 'e2e-stranger']);
    }
  });

  /** Any instance of ours tells the installation's id. */
  async function sampleInstance(): Promise<string> {
    await begin();
    await eventually('the lab is ready', () => viewOf(name), isReady);
    return instanceOf(name, 'web');
  }

  test('an image that is not there fails with the way on, and a corrected lab goes on', async () => {
    await destroyQuietly(name);
    const wrong = lab.replace('image: debian-12', 'image: no-such-image');
    const failed = await labcast(['apply', '-f', '-', '--name', name, '--yes'], {
      stdin: wrong,
    });
    expect(failed.exitCode).toBe(1);
    expect(failed.stderr + failed.stdout).toContain('no-such-image');
    const view = await viewOf(name);
    expect(view.status.state).toBe('failed');
    expect(view.status.lastError?.remedy).toBeTruthy();
    await begin();
    await expectWhole();
    await expectNothingLeft();
  });

  test('two creates of one name at once: one is made, the other is told', async () => {
    const create = (): ReturnType<typeof labcast> =>
      labcast(['create', 'container', `name=${name}`]);
    const results = await Promise.all([create(), create()]);
    expect(results.map(({ exitCode }) => exitCode).sort()).toEqual([0, 4]);
    await expectNothingLeft();
  });

  test('six labs at once are all made, and all go', async () => {
    const names = Array.from({ length: 6 }, (_, index) => `${name}-${index}`);
    try {
      await Promise.all(names.map((each) => labcastOk(['create', 'container', `name=${each}`])));
    } finally {
      await Promise.all(names.map((each) => labcastOk(['destroy', each, '--yes'])));
    }
    expect(await observeWorld()).toEqual(before);
  });

  test('the database is killed in the middle of a create, and comes back', async () => {
    await begin();
    await pause(300);
    await killDatabase();
    await expectWhole();
    await expectNothingLeft();
  });

  test('while the database does not answer this is said, and afterwards the work goes on', async () => {
    await begin();
    const wake = await suspendDatabase();
    try {
      const refused = await labcast(['ls']);
      expect(refused.exitCode).toBe(1);
      expect(refused.stderr).toMatch(/database/i);
    } finally {
      wake();
    }
    await expectWhole();
    await expectNothingLeft();
  });

  test('a full disk is said to be full, and there is a way on once there is room', async () => {
    const writing = lab.replace('sleep 1', 'head -c 300M /dev/zero > /root/big; sync');
    const release = await fillPool();
    try {
      const failed = await labcast(['apply', '-f', '-', '--name', name, '--yes'], {
        stdin: writing,
      });
      expect(failed.exitCode).toBe(1);
      expect(failed.stderr + failed.stdout).toMatch(/disk.* is full/);
    } finally {
      await release();
    }
    await labcastOk(['retry', name]);
    await expectWhole();
    await expectNothingLeft();
  });

  test('a second server refuses to start beside the first', async () => {
    const [first] = await serverPids();
    await makeUp();
    expect(await serverPids()).toEqual([first]);
  });
});
