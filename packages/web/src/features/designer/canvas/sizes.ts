/** Of what stands on the canvas, in its pixels. */
export const cardSize = { width: 240, height: 112 } as const;
export const gatewaySize = { width: 160, height: 44 } as const;
export const railHeight = 32;
/** An app is a strip below its cluster's facts. */
export const stripHeight = 34;
/** Between a rail and the first row below it. */
export const railGap = 64;
export const gap = { x: 48, y: 56 } as const;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function overlap(a: Rectangle, b: Rectangle, margin = 0): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}
