import type { MouseEvent } from 'react';

/** What a press does, once: the second press of a double one is none, however slowly the first was answered. */
export function pressOnce(deed: () => void) {
  return ({ detail }: MouseEvent): void => {
    if (detail < 2) deed();
  };
}
