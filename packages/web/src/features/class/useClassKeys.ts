import { useWindowEvent } from '@mantine/hooks';
import type { RefObject } from 'react';
import { isShortcut } from '../../components/isShortcut.ts';
import type { Deeds } from './actions/useDeeds.ts';
import { keyedGroups } from './board/GroupFilters.tsx';
import type { Board } from './board/useBoard.ts';
import type { ClassAddress } from './board/useClassAddress.ts';

interface Keyed {
  readonly board: Board;
  readonly address: ClassAddress;
  readonly deeds: Deeds;
  readonly findField: RefObject<HTMLInputElement | null>;
}

/**
 * Letters and digits of the class page: they act on the student beside the board while the focus is there, else on the
 * selection, else on the student that has the focus, else on the one beside the board.
 */
export function useClassKeys({ board, address, deeds, findField }: Keyed): void {
  const deedsByKey: Readonly<Record<string, (chosen: readonly string[]) => void>> = {
    '/': () => findField.current?.focus(),
    '1': () => address.change({ state: '' }),
    c: (chosen) => {
      if (chosen.length > 0) deeds.openConsoles(chosen);
    },
    m: (chosen) => {
      if (chosen.length > 0) deeds.ask('message', chosen);
    },
    Escape: () => {
      if (address.search.student === undefined) board.select([]);
    },
    ...Object.fromEntries(
      keyedGroups.map((group, index) => [
        String(index + 2),
        () => address.change({ state: group }),
      ]),
    ),
  };
  useWindowEvent('keydown', (event) => {
    const deed = deedsByKey[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!deed || !isShortcut(event) || event.repeat || deeds.asked) return;
    // The key must not arrive in the field that it leads to.
    if (event.key !== 'Escape') event.preventDefault();
    deed(meant(event.target, board.selection, address.search.student));
  });
}

/** Whom a key is about. */
function meant(
  target: EventTarget | null,
  selection: readonly string[],
  open: string | undefined,
): readonly string[] {
  if (!(target instanceof HTMLElement)) return selection;
  const isBeside = target.closest('[role="dialog"]') !== null;
  if (isBeside && open !== undefined) return [open];
  const { environment } = target.dataset;
  if (selection.length > 0) return selection;
  // Just opened, it does not have the focus yet.
  const nearest = environment ?? open;
  return nearest === undefined ? [] : [nearest];
}
