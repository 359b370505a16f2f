/** One thing that a person does to a lab, in the terms of `lab.yaml`. Many of them make one step of undo. */
export type LabEdit =
  /** `element` as it stands in lab.yaml: `{ kind: 'container', image: 'debian-12' }`. */
  | { readonly kind: 'add-element'; readonly name: string; readonly element: LabValue }
  /** Takes its checks, and a cluster's apps, with it. */
  | { readonly kind: 'remove-element'; readonly name: string }
  /** What refers to it follows. */
  | { readonly kind: 'rename-element'; readonly name: string; readonly to: string }
  /** Undefined removes the key. Items of lists are named by their number. */
  | {
      readonly kind: 'set';
      readonly path: readonly (string | number)[];
      readonly value: LabValue | undefined;
    }
  /** A cluster moves, since it is on one network. */
  | {
      readonly kind: 'attach';
      readonly element: string;
      readonly network: string;
      readonly address?: string;
    }
  | { readonly kind: 'detach'; readonly element: string; readonly network: string }
  /** Without a subnet it gets a free one. */
  | {
      readonly kind: 'add-network';
      readonly name: string;
      readonly subnet?: string;
      readonly internet?: boolean;
    }
  | { readonly kind: 'remove-network'; readonly name: string }
  | { readonly kind: 'rename-network'; readonly name: string; readonly to: string }
  /** Another lab beside this one; what has the same name there is renamed. */
  | { readonly kind: 'insert-lab'; readonly text: string };

/** What can stand in YAML. */
export type LabValue =
  | string
  | number
  | boolean
  | null
  | readonly LabValue[]
  | { readonly [key: string]: LabValue | undefined };
