import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callApi } from '../support/api.ts';
import {
  findSeats,
  inside,
  openDev,
  readInside,
  seatNumbers,
  startRollout,
  untilRolledOut,
  type Rollout,
  type Seat,
} from '../support/classroom.ts';
import { removeCourse, type Assignment } from '../support/design.ts';
import { fillPool } from '../support/fillPool.ts';
import { labcast, run } from '../support/labcast.ts';
import { isReady, makeRelease, untilRunEnds } from '../support/pipeline.ts';
import { randomMoments } from '../support/randomMoments.ts';
import { killServer } from '../support/services.ts';
import { underFire } from '../support/underFire.ts';
import { eventually } from '../support/views.ts';
import { incus, observeWorld } from '../support/world.ts';

const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: false }
elements:
  box: { kind: container, image: debian-12, cpu: 0.5, memory: 64MiB, storage: 1GiB }
`;

const students = 20;
const numbers = seatNumbers(students);
const moments = randomMoments();
let before: Awaited<ReturnType<typeof observeWorld>>;
let assignment: Assignment;
const box = ({ key }: Seat): string => `${key}-box`;
const base = (): string => `/assignments/${assignment.slug}`;

interface Checkpoint {
  readonly number: number;
  readonly state: string;
  readonly reason: string;
  readonly source: string;
  readonly error?: string;
}

beforeAll(async () => {
  before = await observeWorld();
  assignment = await openDev(lab);
  await write('dev', '/root/work', 'first');
}, 240_000);
afterAll(() => removeCourse(assignment), 240_000);

async function seatOf(name: string): Promise<Seat> {
  const [seat] = await findSeats(assignment, [name]);
  return seat!;
}

async function write(name: string, path: string, text: string): Promise<void> {
  await inside(box(await seatOf(name)), `echo ${text} >${path}; sync ${path}`);
}

/** What stands in a file of each, in their order. */
async function readAll(names: readonly string[], path: string): Promise<string[]> {
  const seats = await findSeats(assignment, names);
  return Promise.all(seats.map((seat) => readInside(box(seat), path)));
}

const listCheckpoints = async (): Promise<Checkpoint[]> =>
  (await callApi<{ checkpoints: Checkpoint[] }>('GET', `${base()}/checkpoints`)).checkpoints;

/** No machine stands still, no snapshot of a broken off checkpoint lies about, and the sweep finds nothing of ours. */
async function expectNothingOver(): Promise<void> {
  const list = JSON.parse(await incus(['list', '--format', 'json'])) as {
    name: string;
    status: string;
    snapshots: unknown[] | null;
  }[];
  const odd = list.filter(({ status, snapshots }) => status === 'Frozen' || snapshots?.length);
  expect(odd.map(({ name, status }) => `${name} ${status}`)).toEqual([]);
  const { stdout } = await labcast(['sweep', '--json']);
  expect((JSON.parse(stdout) as { orphans: unknown[] }).orphans).toEqual([]);
}

/** At its end, and whoever is not where they should be with the reason. */
async function expectAllReached(rollout: Rollout, names: readonly string[]): Promise<void> {
  const { state, targets } = rollout;
  const missed = targets.filter((target) => !['ready', 'kept'].includes(target.state));
  expect({ state, missed }).toEqual({ state: 'done', missed: [] });
  for (const name of names) await isReady(assignment, name);
}

// Each test goes on where the one before ended.
describe('while the server and incusd are killed at any moment', () => {
  test('a checkpoint is taken whole or says why not, and dev goes on', async () => {
    const { number } = await callApi<Checkpoint>('POST', `${base()}/checkpoints`, {});
    const ended = await underFire(moments, 2_000, () =>
      eventually(
        'the checkpoint ends',
        () => callApi<Checkpoint>('GET', `${base()}/checkpoints/${String(number)}`),
        ({ state }) => state === 'kept' || state === 'failed',
      ),
    );
    expect(ended.state === 'kept' || ended.error).toBeTruthy();
    await isReady(assignment, 'dev');
    expect(await readAll(['dev'], '/root/work')).toEqual(['first']);
    await expectNothingOver();
  });

  test('a run rehearses and promotes to its end, or says why not and can be begun again', async () => {
    const { number } = await callApi<{ number: number }>('POST', `${base()}/runs`, { students });
    let ended = await underFire(moments, 9_000, () => untilRunEnds(assignment, number));
    for (let tries = 0; ended.state === 'failed' && tries < 2; tries++) {
      expect(ended.stages.at(-1)?.message).toBeTruthy();
      await callApi('POST', `${base()}/runs/${String(number)}/again`, {});
      ended = await untilRunEnds(assignment, number);
    }
    expect(ended).toMatchObject({ state: 'passed', release: 1 });
    expect(await readAll(['prod'], '/root/work')).toEqual(['first']);
    await expectNothingOver();
  });

  test('a deploy reaches all twenty, also one that somebody deletes behind its back', async () => {
    const rollout = await startRollout(assignment, { students });
    const ended = await underFire(moments, 15_000, async () => {
      await deleteBehindItsBack('01');
      return untilRolledOut(assignment, rollout);
    });
    await expectAllReached(ended, numbers);
    expect(new Set(await readAll(numbers, '/root/work'))).toEqual(new Set(['first']));
    await expectNothingOver();
  });

  /** Machine, gateway and network of the first copy, as soon as it is there. */
  async function deleteBehindItsBack(name: string): Promise<void> {
    const { key } = await eventually(
      `${name} is there`,
      () => seatOf(name),
      () => true,
    );
    await eventually(
      'its machine is deleted',
      () => incus(['delete', '--force', `${key}-box`, `${key}-gateway`]),
      () => true,
    );
    await run('ip', ['link', 'delete', `lc-${key}-0`]);
  }

  test('an update brings the later release and keeps whose work is in it', async () => {
    const updated = numbers.slice(0, 8);
    await write('05', '/root/mine', 'hours');
    await write('dev', '/root/work', 'second');
    expect(await makeRelease(assignment)).toBe(2);
    const rollout = await startRollout(assignment, { kind: 'update', environments: updated });
    const ended = await underFire(moments, 12_000, () => untilRolledOut(assignment, rollout));
    await expectAllReached(ended, updated);
    const contents = await readAll(updated, '/root/work');
    expect(contents).toEqual(updated.map((name) => (name === '05' ? 'first' : 'second')));
    expect(await readAll(['05'], '/root/mine')).toEqual(['hours']);
    const kept = (await listCheckpoints()).filter(({ reason }) => reason === 'before-update');
    expect(new Set(kept.map(({ source }) => source)).size).toBe(updated.length);
    await expectNothingOver();
  });

  test('a full pool hurts nobody who is there, and a deploy into it is made or says why not', async () => {
    // Asked for now it would be refused; this one was admitted before, and nothing is left when its time comes.
    const when = new Date(Date.now() + 15_000).toISOString();
    const rollout = await startRollout(assignment, { students: students + 1, when });
    const release = await fillPool();
    try {
      // A copy writes next to nothing, so it may still find room.
      await eventually(
        'it is made, or said to be full',
        () => callApi<Rollout>('GET', `${base()}/rollouts/${String(rollout.number)}`),
        ({ state, targets }) =>
          state === 'done' || targets.some(({ error }) => error?.includes('full')),
      );
      const others = numbers.slice(8);
      expect(await readAll(others, '/root/work')).toEqual(others.map(() => 'first'));
    } finally {
      await release();
    }
    const all = seatNumbers(students + 1);
    await expectAllReached(await untilRolledOut(assignment, rollout), all);
    // Whatever it found, it is a machine of its own.
    const ids = await readAll(all, '/etc/machine-id');
    expect(new Set(ids).size).toBe(students + 1);
    await expectNothingOver();
  });

  test('a deadline keeps and freezes everybody once', async () => {
    const deadline = new Date(Date.now() + 2_000);
    await callApi('PUT', `${base()}/class/policy`, { deadline: deadline.toISOString() });
    await new Promise((resolve) => setTimeout(resolve, moments.between(2_000, 5_000)));
    await killServer();
    const frozen = await eventually(
      'everybody is frozen',
      () => callApi<{ students: { state: string; frozenAt?: string }[] }>('GET', `${base()}/class`),
      (board) => board.students.every(({ frozenAt, state }) => frozenAt && state === 'frozen'),
      120_000,
    );
    expect(frozen.students).toHaveLength(students + 1);
    const taken = (await listCheckpoints()).filter(
      ({ reason, state }) => reason === 'deadline' && state === 'kept',
    );
    expect(taken).toHaveLength(students + 1);
    await expectNothingOver();
  });

  test('a teardown leaves nothing, and a receipt for all that ever was', async () => {
    // Whoever asks and gets no answer asks again.
    const remove = () => removeCourse(assignment).then(() => 'gone');
    await underFire(moments, 6_000, () => eventually('it is gone', remove, Boolean, 240_000));
    expect(await observeWorld()).toEqual(before);
    await expectNothingOver();
  });
}, 400_000);
