import { consolesOf } from '@labcast/domain';
import { useCallback } from 'react';
import { findFreePlace, snap } from '../canvas/findFreePlace.ts';
import { placeAll } from '../canvas/placeAll.ts';
import { cardSize, railGap, railHeight, type Rectangle } from '../canvas/sizes.ts';
import { useDesign, type Design, type Image, type Position } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { useCanvasPort } from '../frame/CanvasPort.ts';
import { imageFor, useLastImages } from './lastImages.ts';
import { newElement, type Creatable } from './newElement.ts';

/** Makes things: on the canvas, in the running lab, and opens their consoles. */
export function useCreate(): (kind: Creatable, image?: Image, at?: Position) => void {
  const design = useDesign();
  const port = useCanvasPort();
  const [chosen, setChosen] = useLastImages();
  return useCallback(
    (kind, image, at) => {
      if (!design.mayEdit || design.problems.length > 0) return;
      if (image) setChosen({ ...chosen, [kind]: image.name });
      const used = image ?? imageFor(kind, design.images, chosen);
      const isFirst = Object.keys(design.blueprint.elements).length === 0;
      make(design, { kind, image: used, at: at ?? port.current?.centre() });
      if (isFirst) port.current?.fitSoon();
    },
    [design, port, chosen, setChosen],
  );
}

interface Making {
  readonly kind: Creatable;
  readonly image: Image | undefined;
  readonly at: Position | undefined;
}

function make(design: Design, { kind, image, at }: Making): void {
  const { blueprint, selection, edit, select, openConsole } = design;
  const creation = newElement(blueprint, { kind, image, near: selection });
  const [card = creation.name] = creation.made;
  const place = placeOf(design, kind, at);
  const hasCard = card !== creation.name || kind !== 'app';
  const positions = place && hasCard ? { [card]: place } : undefined;
  edit(creation.edits, designText.steps.create(creation.name), positions);
  select([creation.name]);
  if (kind === 'network') return;
  const [console] = consolesOf({ kind }, image);
  if (console) openConsole(`${creation.name}.${console}`);
}

/** Free space near the wished place, below the first network. */
function placeOf(
  { blueprint, positions }: Pick<Design, 'blueprint' | 'positions'>,
  kind: Creatable,
  wish: Position | undefined,
): Position | undefined {
  const { cards, rails } = placeAll(blueprint, positions);
  if (kind === 'network') return belowAll([...cards.values(), ...rails.values()]);
  const [rail] = rails.values();
  const top = (rail?.y ?? 0) + railHeight + railGap;
  const isFirst = Object.keys(blueprint.elements).length === 0;
  if (isFirst || !wish) return findFreePlace({ x: 0, y: top }, cardSize, taken(cards, rails));
  const start = { x: wish.x - cardSize.width / 2, y: wish.y - cardSize.height / 2 };
  return findFreePlace(start, cardSize, taken(cards, rails));
}

/** A rail of its own, with nothing between it and the next. */
function belowAll(places: readonly Rectangle[]): Position {
  const bottom = Math.max(0, ...places.map(({ y, height }) => y + height));
  return { x: 0, y: snap(bottom + railGap) };
}

function taken(...maps: ReturnType<typeof placeAll>['cards'][]) {
  return maps.flatMap((places) => [...places.values()]);
}
