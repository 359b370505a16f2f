import { useRef, type KeyboardEvent } from 'react';
import { creatables } from '../create/newElement.ts';
import { useCreate } from '../create/useCreate.ts';
import { consolesToOpen } from '../design/consolesToOpen.ts';
import { useDesign, type Design } from '../design/Design.ts';
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
  readonly editInPanel: () => void;
  readonly reveal: (name: string) => void;
  /** Of an element. */
  readonly openMenu: (name: string) => void;
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

  const go = (direction: Direction, isAdding: boolean) => {
    const from = selection.at(-1);
    const [first] = places.cards.keys();
    const next = from === undefined ? first : findNeighbour(idOf(from), direction, all);
    if (next === undefined) return;
    const name = nameOfId(next);
    select(isAdding ? [...selection.filter((each) => each !== name), name] : [name]);
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
  const keys: KeyDeeds = {
    withControl: {
      z: design.undo,
      y: design.redo,
      a: () => select(Object.keys(blueprint.elements)),
      c: () => edits.copy(selection),
      v: edits.paste,
      d: () => edits.duplicate(selection),
    },
    plain: {
      Enter: deeds.editInPanel,
      Escape: () => select([]),
      Delete: () => edits.remove(selection),
      Backspace: () => edits.remove(selection),
      ContextMenu: () => openMenuOf(design, deeds),
    },
    letters: {
      ...Object.fromEntries(
        creatables.map((kind, index) => [String(index + 1), () => create(kind)]),
      ),
      c: () => openConsoleOf(design),
      e: deeds.editInPanel,
      l: () => deeds.show('list'),
      y: () => deeds.show('yaml'),
      d: deeds.nextDock,
      t: deeds.tidy,
      m: () => {
        isMoving.current = selection.length > 0;
      },
    },
    withShift: { Digit1: deeds.fit, F10: () => openMenuOf(design, deeds) },
  };

  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return;
    // A key that is held down makes one thing.
    if (event.repeat && /^\d$/.test(event.key)) return;
    const direction = directions[event.key];
    const found = () => {
      if (direction && isMoving.current && mayEdit)
        return () => moveBy(direction, event.shiftKey ? 96 : 24);
      if (direction) return () => go(direction, event.shiftKey);
      if (isMoving.current && /^(Enter|Escape|m)$/.test(event.key))
        return () => {
          isMoving.current = false;
        };
      return findDeed(event, keys, hasLetters);
    };
    const deed = found();
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  };
}

function openMenuOf({ selection, blueprint }: Design, { openMenu }: CanvasDeeds): void {
  const name = selection.at(-1);
  if (name !== undefined && Object.hasOwn(blueprint.elements, name)) openMenu(name);
}

function openConsoleOf(design: Design): void {
  const name = design.selection.at(-1) ?? '';
  const element = design.blueprint.elements[name];
  const [console] = element ? consolesToOpen(design, element) : [];
  if (console !== undefined) design.openConsole(`${name}.${console}`);
}

type Deeds = Readonly<Record<string, () => void>>;

interface KeyDeeds {
  readonly withControl: Deeds;
  readonly plain: Deeds;
  readonly letters: Deeds;
  /** By their places: what Shift makes of them differs between keyboards. */
  readonly withShift: Deeds;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

function findDeed(
  { key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed,
  { withControl, plain, letters, withShift }: KeyDeeds,
  hasLetters: boolean,
): (() => void) | undefined {
  if (ctrlKey || metaKey) return withControl[shiftKey && key.toLowerCase() === 'z' ? 'y' : key];
  if (altKey) return undefined;
  const shifted = shiftKey ? withShift[code] : undefined;
  return shifted ?? plain[key] ?? (hasLetters ? letters[key.toLowerCase()] : undefined);
}
