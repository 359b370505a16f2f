import { originsOf } from '@labcast/domain';
import type { Checkpoint, Environment, Rollout } from '@labcast/store';
import { expect } from 'vitest';
import { parseLab } from '../rollout/parseRelease.ts';
import { machineLab } from './labs.ts';
import { openTestBed } from './testBed.ts';
import type { TestBed } from './testBed.ts';

export const root = { mode: '0644', uid: 0, gid: 0 };

/** A test bed with what a class is made of. */
export interface ClassBed extends TestBed {
  makeDev(): Promise<Environment>;
  /** A checkpoint of dev as it is now, made a release without a pipeline. */
  release(dev: Environment): Promise<Checkpoint>;
  deploy(
    dev: Environment,
    release: Checkpoint,
    students: number,
    when?: { readonly startsAt?: Date; readonly atFirstOpen?: boolean },
  ): Promise<Rollout>;
  untilEnded(rollout: Rollout): Promise<Rollout>;
  statesOf(rollout: Rollout): Promise<string[]>;
  /** Of a file in web. */
  contentOf(lab: { readonly key: string }, path: string): string | undefined;
  studentsOf(dev: Environment): Promise<Environment[]>;
}

export async function openClassBed(): Promise<ClassBed> {
  const bed = await openTestBed();
  return {
    ...bed,
    async makeDev() {
      const { id } = await bed.createLab(machineLab);
      return bed.untilSettled(id);
    },
    async release(dev) {
      const { id } = await bed.store.createCheckpoint({
        sourceId: dev.id,
        reason: 'asked',
        createdBy: 'Ada',
      });
      await expect
        .poll(async () => (await bed.store.getCheckpoint(id)).state, { interval: 5 })
        .toBe('kept');
      await bed.database.query(
        `with run as (
          insert into pipeline_run (assignment_id, number, checkpoint_id, state, students, copies, approve, promote,
            requested_by, ended_at)
          select $1::uuid, coalesce(max(number), 0) + 1, $2::uuid, 'passed', 1, 1, false, true, 'Ada', now()
            from pipeline_run where assignment_id = $1::uuid
          returning id, number)
        insert into release (assignment_id, number, checkpoint_id, run_id, created_by)
          select $1::uuid, number, $2::uuid, id, 'Ada' from run`,
        [dev.assignmentId, id],
      );
      return bed.store.getCheckpoint(id);
    },
    async deploy(dev, { key, blueprint }, students, when = {}) {
      const origins = originsOf(parseLab(blueprint), key);
      return bed.store.createRollout({
        assignmentId: dev.assignmentId,
        kind: 'deploy',
        releaseNumber: 1,
        canary: true,
        atFirstOpen: false,
        ...when,
        choices: {},
        requestedBy: 'Ada',
        environments: [],
        places: Array.from({ length: students }, (_, index) => ({
          role: 'student',
          name: String(index + 1).padStart(2, '0'),
          wanted: 'stopped',
          blueprint,
          origins,
          releaseNumber: 1,
        })),
      });
    },
    async untilEnded({ id }) {
      await expect
        .poll(async () => (await bed.store.getRollout(id)).endedAt, {
          interval: 10,
          timeout: 60_000,
        })
        .toBeDefined();
      return bed.store.getRollout(id);
    },
    async statesOf({ id }) {
      return (await bed.store.listTargets(id)).map(({ state }) => state);
    },
    contentOf: ({ key }, path) =>
      bed.incus.world.get(`${key}-web`).files.get(path)?.content.toString(),
    async studentsOf(dev) {
      const labs = await bed.store.listLabs();
      return labs.filter(
        ({ role, assignmentId }) => role === 'student' && assignmentId === dev.assignmentId,
      );
    },
  };
}
