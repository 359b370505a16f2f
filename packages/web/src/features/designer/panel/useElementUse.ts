export interface ElementUse {
  readonly cpu: number;
  readonly memory: number;
  readonly storage: number;
}

/** What an element takes now; undefined while that is not known. */
export function useElementUse(name: string | undefined): ElementUse | undefined {
  return name === undefined ? undefined : undefined;
}
