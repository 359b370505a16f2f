export type ParameterKind = 'size' | 'cores' | 'count' | 'text';

/** What a person can choose about a type: `memory=1GiB`. All values are text, as they are written. */
export interface TypeParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly default: string;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly summary: string;
}

/** A named lab with parameters: `labcast create <name> [parameter=value...]`. */
export interface LabType {
  readonly name: string;
  readonly summary: string;
  readonly parameters: readonly TypeParameter[];
  /** `lab.yaml` as a value. The parameters are complete and were checked. */
  readonly build: (parameters: Readonly<Record<string, string>>) => object;
}
