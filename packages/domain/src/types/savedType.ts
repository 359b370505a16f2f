import type { LabType, TypeParameter } from './labType.ts';

/** Stands for one value of the blueprint, whose present value is its default. */
export interface SavedParameter extends TypeParameter {
  /** `elements.web.memory`. */
  readonly path: string;
}

/** A lab that somebody saved to be made by name. */
export interface SavedType extends Omit<LabType, 'parameters' | 'build'> {
  /** `lab.yaml`, as it was written. */
  readonly blueprint: string;
  readonly parameters: readonly SavedParameter[];
}
