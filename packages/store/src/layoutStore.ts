import type { AssignmentId } from './store.ts';

/** Where elements and networks stand on the canvas, by name, in pixels from its origin. */
export type Layout = Readonly<Record<string, { readonly x: number; readonly y: number }>>;

export interface LayoutStore {
  /** Of one that is there; empty until somebody moved something. Throws `assignment-not-found`. */
  getLayout(id: AssignmentId): Promise<Layout>;
  /** Replaces the one before. Throws `assignment-not-found`. */
  saveLayout(id: AssignmentId, layout: Layout): Promise<void>;
}
