/** So many things on the canvas have a small map of it in its corner. */
export const minimapFrom = 20;
/** In pixels. */
export const minimapSize = { width: 160, height: 108 };
const edge = 0.12;

/** All in sight, and nothing of it under the map. */
export function fitOptionsFor(count: number) {
  const bottom = count < minimapFrom ? edge : (`${minimapSize.height + 32}px` as const);
  return { maxZoom: 1, padding: { x: edge, top: edge, bottom } };
}
