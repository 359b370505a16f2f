export const qualityNames = ['auto', 'sharp', 'balanced', 'slow'] as const;
export type QualityName = (typeof qualityNames)[number];

/** As noVNC has it: 0 to 9. */
export interface Quality {
  readonly qualityLevel: number;
  readonly compressionLevel: number;
}

const levels = {
  sharp: { qualityLevel: 9, compressionLevel: 1 },
  balanced: { qualityLevel: 6, compressionLevel: 3 },
  slow: { qualityLevel: 2, compressionLevel: 9 },
} as const satisfies Record<string, Quality>;

/** Auto looks at how far away the server is: in the same house the picture may be as it is. */
export function qualityOf(name: QualityName, roundTripMs: number | undefined): Quality {
  if (name !== 'auto') return levels[name];
  if (roundTripMs === undefined) return levels.balanced;
  if (roundTripMs < 20) return levels.sharp;
  return roundTripMs < 150 ? levels.balanced : levels.slow;
}
