import { parseConsoleName } from './consoleName.ts';
import { parseShownConsoles, writeShownConsoles } from './shownConsoles.ts';

const views = ['canvas', 'list', 'yaml'] as const;
export type DesignView = (typeof views)[number];
const docks = ['bottom', 'right', 'off'] as const;
export type DockPlace = (typeof docks)[number];

/** What of the design page stands in its address, as a colleague would get it. Left out is what is usual. */
export interface DesignSearch {
  readonly view?: DesignView;
  /** Names of what is selected, separated by commas. */
  readonly sel?: string;
  /** Open consoles such as `web.terminal`, separated by commas. */
  readonly console?: string;
  /** Which of them are seen, when it is not the first: one, or two as `web.terminal~vm.screen`. */
  readonly shown?: string;
  readonly dock?: DockPlace;
}

export function parseDesignSearch(search: Record<string, unknown>): DesignSearch {
  const view = views.find((known) => known === search.view);
  const dock = docks.find((known) => known === search.dock);
  const selected = splitList(search.sel).filter((name) => /^[a-z0-9-]+$/.test(name));
  const consoles = splitList(search.console).filter((name) => parseConsoleName(name));
  const shown = parseShownConsoles(typeof search.shown === 'string' ? search.shown : '', consoles);
  const seen = writeShownConsoles(shown);
  return {
    ...(view && view !== 'canvas' && { view }),
    ...(dock && dock !== 'bottom' && { dock }),
    ...(selected.length > 0 && { sel: selected.join(',') }),
    ...(consoles.length > 0 && { console: consoles.join(',') }),
    ...(seen !== undefined && seen !== consoles[0] && { shown: seen }),
  };
}

/** Without repetitions, in order. A name of digits arrives as a number. */
export function splitList(value: unknown): readonly string[] {
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  return [...new Set(String(value).split(',').filter(Boolean))];
}
