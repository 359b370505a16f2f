import type { Image } from '../design/Design.ts';
import { commonValue } from './commonValue.ts';
import { ImageField } from './ImageField.tsx';
import { panelText } from './panelText.ts';
import type { Panel } from './usePanel.ts';

interface ImageOfProps {
  readonly panel: Panel;
  /** One or several of one kind. */
  readonly names: readonly string[];
  readonly kind: Image['kind'];
}

/** The image of elements, with what waits of it. */
export function ImageOf({ panel, names, kind }: ImageOfProps) {
  const { design, find, findApplied, isLocked } = panel;
  const value = commonValue(names.map((name) => imageOf(find(name))));
  const before = names.length === 1 ? imageOf(findApplied(names[0] ?? '')) : undefined;
  const isMade = names.some((name) => findApplied(name) !== undefined);
  return (
    <ImageField
      value={value === 'mixed' ? undefined : value}
      kind={kind}
      images={design.images}
      onChange={(image) =>
        design.edit(
          names.map((name) => ({ kind: 'set', path: ['elements', name, 'image'], value: image })),
          panelText.step.change(names.join(', '), panelText.image.toLowerCase()),
        )
      }
      disabled={isLocked}
      waits={before !== undefined && before !== value ? panelText.waits(before) : undefined}
      hint={isMade ? (kind === 'app' ? panelText.plan.app : panelText.plan.image) : undefined}
    />
  );
}

function imageOf(element: ReturnType<Panel['find']>): string | undefined {
  return element && 'image' in element ? element.image : undefined;
}
