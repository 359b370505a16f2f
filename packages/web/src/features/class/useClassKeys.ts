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

/** Letters and digits of the class page: they act on the selection, else on the student that has the focus. */
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
    const deed = deedsByKey[event.key];
    if (!deed || !isShortcut(event) || deeds.asked) return;
    // The key must not arrive in the field that it leads to.
    if (event.key !== 'Escape') event.preventDefault();
    const focused = event.target instanceof HTMLElement ? event.target.dataset.environment : '';
    deed(board.selection.length > 0 ? board.selection : focused ? [focused] : []);
  });
}
