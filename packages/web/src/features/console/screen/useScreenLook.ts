import { useLocalStorage } from '@mantine/hooks';
import { isLayout, type Layout } from './layouts.ts';
import { qualityNames, type QualityName } from './quality.ts';

export const fitNames = ['resize', 'scale', 'real'] as const;
export type FitName = (typeof fitNames)[number];

export interface ScreenLook {
  readonly fit: FitName;
  readonly quality: QualityName;
  /** Undefined until a person chose one. */
  readonly layout?: Layout;
}

const usual: ScreenLook = { fit: 'resize', quality: 'auto' };

/** How this person likes screens, on this computer. */
export function useScreenLook() {
  return useLocalStorage<ScreenLook>({
    key: 'labcast-screen',
    defaultValue: usual,
    getInitialValueInEffect: false,
    deserialize: parseScreenLook,
  });
}

/** What was kept, perhaps by another version of this page, brought to what is possible. */
export function parseScreenLook(text: string | undefined): ScreenLook {
  let kept: Record<string, unknown>;
  try {
    kept = (JSON.parse(text ?? '') ?? {}) as Record<string, unknown>;
  } catch {
    return usual;
  }
  return {
    fit: fitNames.find((name) => name === kept.fit) ?? usual.fit,
    quality: qualityNames.find((name) => name === kept.quality) ?? usual.quality,
    ...(isLayout(kept.layout) && { layout: kept.layout }),
  };
}
