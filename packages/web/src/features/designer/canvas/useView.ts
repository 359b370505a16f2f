import { useReactFlow, useStore } from '@xyflow/react';
import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { fitOptionsFor } from './fitOptions.ts';
import { nameOfId, railId } from './graph.ts';
import type { Places } from './placeAll.ts';
import { cardSize } from './sizes.ts';
import { tidy } from './tidy.ts';

/** What of the canvas is seen, and ways to see something else. */
export function useView(places: Places, count: number) {
  const flow = useReactFlow();
  const { blueprint, move } = useDesign();
  const fit = useCallback(
    () => void flow.fitView({ ...fitOptionsFor(count), duration: 150 }),
    [flow, count],
  );
  return {
    fit,
    tidy: () => {
      void tidy(blueprint).then((positions) => {
        move(positions, designText.steps.tidy);
        setTimeout(fit, 50);
      });
    },
    reveal: (id: string) => {
      const place = places.cards.get(id) ?? places.rails.get(nameOfId(id));
      if (!place) return;
      const { x, y, zoom } = flow.getViewport();
      const seen = document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect();
      const left = place.x * zoom + x;
      const top = place.y * zoom + y;
      const isSeen =
        left > 0 &&
        top > 0 &&
        left + cardSize.width * zoom < seen.width &&
        top + cardSize.height * zoom < seen.height;
      if (!isSeen)
        void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, {
          zoom,
          duration: 150,
        });
    },
  };
}

/**
 * When the consoles open below, what they belong to stays in sight. When the panel takes its room beside, all stays in
 * sight, until somebody has touched the canvas.
 */
export function useViewAfterResize(
  { reveal, fit }: Pick<ReturnType<typeof useView>, 'reveal' | 'fit'>,
  selected: string | undefined,
  { elements }: ReturnType<typeof useDesign>['blueprint'],
) {
  const wasTouched = useRef(false);
  const width = useStore((state) => state.width);
  const fitUntouched = useEffectEvent(() => {
    if (!wasTouched.current) fit();
  });
  useEffect(() => {
    if (width > 0) fitUntouched();
  }, [width]);
  const size = useStore((state) => `${state.width}x${state.height}`);
  const latest = useRef<() => void>(undefined);
  latest.current = () => {
    if (selected === undefined) return;
    const element = elements[selected];
    reveal(element?.kind === 'app' ? element.on : element ? selected : railId(selected));
  };
  useEffect(() => {
    const timer = setTimeout(() => latest.current?.(), 200);
    return () => clearTimeout(timer);
  }, [size]);
  const noteTouch = () => {
    wasTouched.current = true;
  };
  return { onPointerDownCapture: noteTouch, onWheelCapture: noteTouch };
}
