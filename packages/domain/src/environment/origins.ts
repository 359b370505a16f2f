import type { EnvironmentKey } from './names.ts';

/** Whose disks the machines of an element begin with. */
export interface Origin {
  /** Of the environment that keeps the checkpoint. */
  readonly key: EnvironmentKey;
  /** The image that the element had then: with another one in the blueprint the checkpoint's disk does not fit any more. */
  readonly image: string;
}

/** By the element's name; one that is not in it is made from its image. */
export type Origins = Readonly<Record<string, Origin>>;
