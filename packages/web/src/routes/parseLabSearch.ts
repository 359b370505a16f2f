import { parseConsoleName } from './consoleName.ts';
import { splitList } from './parseDesignSearch.ts';
import { parseShownConsoles, writeShownConsoles } from './shownConsoles.ts';

/** What of a lab's page stands in its address. Left out is what is usual. */
export interface LabSearch {
  /** Open consoles such as `web.terminal`, separated by commas. */
  readonly console?: string;
  /** Which of them are seen, when it is not the first. */
  readonly shown?: string;
  /** Of the instructions, from 1; 0 is what stands before the first. */
  readonly step?: number;
  /** Whether the instructions are folded away. */
  readonly guide?: 'off';
  /** Of who comes to help: types at once, and does not only look on. */
  readonly join?: 'control';
}

export function parseLabSearch(search: Record<string, unknown>): LabSearch {
  const consoles = splitList(search.console).filter((name) => parseConsoleName(name));
  const shown = parseShownConsoles(typeof search.shown === 'string' ? search.shown : '', consoles);
  const seen = writeShownConsoles(shown);
  const step = Number(search.step);
  return {
    ...(consoles.length > 0 && { console: consoles.join(',') }),
    ...(seen !== undefined && seen !== consoles[0] && { shown: seen }),
    ...(Number.isInteger(step) && step >= 0 && search.step !== undefined && { step }),
    ...(search.guide === 'off' && { guide: 'off' }),
    ...(search.join === 'control' && { join: 'control' }),
  };
}
