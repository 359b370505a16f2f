import type { CheckpointId } from './checkpointStore.ts';
import type { EnvironmentKey } from '@labcast/domain';
import type { RunId } from './runStore.ts';
import type { AssignmentId } from './store.ts';

export type ReleaseId = string & { readonly __kind: 'ReleaseId' };

/** A promoted checkpoint. Never changes. */
export interface Release {
  readonly id: ReleaseId;
  readonly assignmentId: AssignmentId;
  /** `r4`: counts within the assignment. */
  readonly number: number;
  readonly checkpointId: CheckpointId;
  readonly checkpointNumber: number;
  /** Of the environment that keeps the checkpoint's disks: what origins name. */
  readonly key: EnvironmentKey;
  readonly runId: RunId;
  readonly runNumber: number;
  readonly note: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** `lab.yaml` of the checkpoint. */
  readonly blueprint: string;
}

export interface ReleaseStore {
  /** Once per run: a second time gives the same one. */
  createRelease(runId: RunId): Promise<Release>;
  findRelease(assignmentId: AssignmentId, number: number): Promise<Release | undefined>;
  /** Newest first. */
  listReleases(assignmentId: AssignmentId): Promise<Release[]>;
}
