/** Sizes as a person writes them in `lab.yaml`; what is left out is what the image recommends. */
export interface SizeWishes {
  readonly cpu?: number | string;
  readonly memory?: string;
  readonly storage?: string;
}

/**
 * What each student is to have, in plain terms. The sizes at the top hold for every machine that names none of its own.
 */
export interface PlainNeeds extends SizeWishes {
  readonly students: number;
  /** Linux machines with a terminal. */
  readonly container?: SizeWishes & { readonly count: number };
  readonly desktop?: boolean | SizeWishes;
  readonly vm?: boolean | SizeWishes;
  /** A page that answers; it runs on the cluster, or on one of one node when none is asked for. */
  readonly webserver?: boolean;
  readonly cluster?: SizeWishes & { readonly nodes: number };
  readonly internet: boolean;
}
