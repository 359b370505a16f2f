import type { PersonId } from './peopleStore.ts';
import type { Environment } from './store.ts';

/** Environments as those have them for whom they were made. */
export interface LabStore {
  /** By its id; undefined for one that is removed, for the disks of a checkpoint, and for what is no id. */
  findLab(id: string): Promise<Environment | undefined>;
  /** Those of a person that are not removed, newest first. */
  listOwnLabs(personId: PersonId): Promise<Environment[]>;
}
