import type { ShownConsoles } from '../../../routes/shownConsoles.ts';

export interface DockState {
  readonly consoles: readonly string[];
  readonly shown: ShownConsoles;
}

export type DockChange =
  | { readonly type: 'open' | 'show' | 'close'; readonly name: string }
  /** Shows this one beside the first. */
  | { readonly type: 'split'; readonly name: string }
  | { readonly type: 'unsplit' };

/** What is open and seen afterwards. An open console is never opened twice: it is shown. */
export function changeDock({ consoles, shown }: DockState, change: DockChange): DockState {
  switch (change.type) {
    case 'open':
    case 'show': {
      const { name } = change;
      const all = consoles.includes(name) ? consoles : [...consoles, name];
      if (name === shown.first || name === shown.second) return { consoles: all, shown };
      return { consoles: all, shown: { ...shown, first: name } };
    }
    case 'close':
      return close({ consoles, shown }, change.name);
    case 'split': {
      const { first = change.name } = shown;
      return first === change.name
        ? { consoles, shown: { first } }
        : { consoles, shown: { first, second: change.name } };
    }
    case 'unsplit':
      return { consoles, shown: shown.first === undefined ? {} : { first: shown.first } };
  }
}

function close({ consoles, shown }: DockState, name: string): DockState {
  const index = consoles.indexOf(name);
  const rest = consoles.filter((other) => other !== name);
  const { first, second } = shown;
  if (second === name) return { consoles: rest, shown: first === undefined ? {} : { first } };
  if (first !== name) return { consoles: rest, shown };
  // The neighbour takes the place, as in browsers.
  const next = second ?? rest[Math.min(index, rest.length - 1)];
  return { consoles: rest, shown: next === undefined ? {} : { first: next } };
}
