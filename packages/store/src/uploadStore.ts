import type { EnvironmentLock } from './store.ts';
import type { PersonId } from './peopleStore.ts';

export type UploadId = string & { readonly __kind: 'UploadId' };

export type UploadState = 'receiving' | 'checking' | 'ready' | 'failed' | 'removing';

/** A disk that somebody uploads, and the image that it becomes. */
export interface Upload {
  readonly id: UploadId;
  /** `upload/<name>` in `lab.yaml`; unique among those that arrive or are ready. */
  readonly name: string;
  /** Undefined when the administrator of the command line brought it, or the person is gone. */
  readonly ownerId?: PersonId;
  readonly ownerName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly receivedBytes: number;
  readonly state: UploadState;
  /** Why it failed, in sentences for people. */
  readonly error?: string;
  /** `qcow2`, `raw` or `iso`, once it was looked at. */
  readonly format?: string;
  /** Size of the disk as a guest sees it, once it was looked at. */
  readonly diskBytes?: number;
  /** Whether its staging instance may be there: true before it is asked for, false once it was seen to be gone. */
  readonly staged: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface UploadStore {
  /** Throws `name-taken`. */
  createUpload(upload: {
    readonly name: string;
    readonly sizeBytes: number;
    readonly sha256: string;
    readonly ownerId?: PersonId;
    readonly ownerName: string;
  }): Promise<Upload>;
  /** Undefined for one that is removed, and for one that never was. */
  findUpload(id: string): Promise<Upload | undefined>;
  /** Those not removed, oldest first. */
  listUploads(): Promise<Upload[]>;
  /** Only from one of the states `from`; answers whether that was so. */
  changeUpload(
    id: UploadId,
    from: readonly UploadState[],
    change: Partial<Pick<Upload, 'receivedBytes' | 'state' | 'error' | 'format' | 'diskBytes'>>,
  ): Promise<boolean>;
  /** Its staging instance was seen to be gone. */
  markUnstaged(id: UploadId): Promise<void>;
  /** Nothing of it is left. */
  markUploadRemoved(id: UploadId): Promise<void>;
  /** Undefined while another process or call holds it for the same purpose. */
  lockUpload(id: UploadId, purpose: 'receive' | 'work'): Promise<EnvironmentLock | undefined>;
}
