import { consolesOf } from '@labcast/domain';
import { useRef, type KeyboardEvent } from 'react';
import { creatables } from '../create/newElement.ts';
import { useCreate } from '../create/useCreate.ts';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { findNeighbour, type Direction } from './findNeighbour.ts';
import { nameOfId } from './graph.ts';
import type { Places } from './placeAll.ts';
import type { Rectangle } from './sizes.ts';
import type { Edits } from './useEdits.ts';
import { useLetterKeys } from './useLetterKeys.ts';

/** What keys can do outside of the design itself. */
export interface CanvasDeeds {
  readonly fit: () => void;
  readonly tidy: () => void;
  readonly show: (view: 'list' | 'yaml') => void;
  readonly nextDock: () => void;
  readonly help: () => void;
  readonly editInPanel: () => void;
  readonly reveal: (name: string) => void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const vectors = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

/** All keys of the canvas; only while it has the focus itself. */
export function useCanvasKeys(places: Places, edits: Edits, deeds: CanvasDeeds) {
  const design = useDesign();
  const create = useCreate();
  const [hasLetters] = useLetterKeys();
  const isMoving = useRef(false);
  const { selection, select, blueprint, mayEdit } = design;

  const all = new Map<string, Rectangle>([...places.cards]);
  for (const [name, rail] of places.rails) all.set(`network:${name}`, rail);
  const idOf = (name: string) => (all.has(name) ? name : `network:${name}`);

  const go = (direction: Direction) => {
    const from = selection.at(-1);
    const [first] = places.cards.keys();
    const next = from === undefined ? first : findNeighbour(idOf(from), direction, all);
    if (next === undefined) return;
    select([nameOfId(next)]);
    deeds.reveal(next);
  };
  const moveBy = (direction: Direction, pixels: number) => {
    const [dx, dy] = vectors[direction];
    const moved = selection.flatMap((name) => {
      const place = all.get(idOf(name));
      return place ? [[name, { x: place.x + dx * pixels, y: place.y + dy * pixels }] as const] : [];
    });
    design.move(Object.fromEntries(moved), designText.steps.move(selection.join(', ')));
  };
  const openConsole = () => {
    const name = selection.at(-1) ?? '';
    const element = blueprint.elements[name];
    if (!element) return;
    const image =
      'image' in element ? design.images.find((each) => each.name === element.image) : undefined;
    design.openConsole(`${name}.${consolesOf(element, image)[0] ?? 'logs'}`);
  };

  const withControl: Readonly<Record<string, () => void>> = {
    z: design.undo,
    Z: design.redo,
    y: design.redo,
    a: () => select(Object.keys(blueprint.elements)),
    c: () => edits.copy(selection),
    v: edits.paste,
    d: () => edits.duplicate(selection),
  };
  const plain: Readonly<Record<string, () => void>> = {
    Enter: deeds.editInPanel,
    Escape: () => select([]),
    Delete: () => edits.remove(selection),
    Backspace: () => edits.remove(selection),
  };
  const letters: Readonly<Record<string, () => void>> = {
    ...Object.fromEntries(creatables.map((kind, index) => [String(index + 1), () => create(kind)])),
    c: openConsole,
    e: deeds.editInPanel,
    l: () => deeds.show('list'),
    y: () => deeds.show('yaml'),
    d: deeds.nextDock,
    t: deeds.tidy,
    m: () => {
      isMoving.current = selection.length > 0;
    },
    '!': deeds.fit,
    '?': deeds.help,
  };

  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return;
    const direction = directions[event.key];
    const deed = () => {
      if (direction && isMoving.current && mayEdit)
        return () => moveBy(direction, event.shiftKey ? 96 : 24);
      if (direction) return () => go(direction);
      if (isMoving.current && /^(Enter|Escape|m)$/.test(event.key))
        return () => {
          isMoving.current = false;
        };
      if (event.ctrlKey || event.metaKey) return withControl[event.key];
      if (event.altKey) return undefined;
      if (event.shiftKey && event.code === 'Digit1') return deeds.fit;
      return plain[event.key] ?? (hasLetters ? letters[event.key.toLowerCase()] : undefined);
    };
    const found = deed();
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    found();
  };
}
