/** How much of the cards can be read at a zoom: what cannot is left out, and the rest is drawn larger in its place. */
export type Detail = 'near' | 'far' | 'farther' | 'farthest';

const from: readonly (readonly [number, Detail])[] = [
  [0.5, 'near'],
  [0.36, 'far'],
  [0.22, 'farther'],
];

/** Few steps, so that zooming draws cards anew a few times only. */
export function detailAt(zoom: number): Detail {
  return from.find(([least]) => zoom >= least)?.[1] ?? 'farthest';
}
