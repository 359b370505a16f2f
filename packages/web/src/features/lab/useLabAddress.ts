import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import { splitList } from '../../routes/parseDesignSearch.ts';
import { parseLabSearch, type LabSearch } from '../../routes/parseLabSearch.ts';

const route = getRouteApi('/signed-in/labs/$environment');

/** Consoles and step, as they stand in the page's address. */
export interface LabAddress {
  readonly consoles: readonly string[];
  readonly shown: string | undefined;
  readonly step: number | undefined;
  readonly isGuideOff: boolean;
  /** Whoever comes to help types at once. */
  readonly hasControl: boolean;
  readonly setConsoles: (consoles: readonly string[], shown?: string) => void;
  readonly setStep: (step: number) => void;
  readonly setGuideOff: (isOff: boolean) => void;
}

export function useLabAddress(): LabAddress {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  // Two changes in one moment build on each other, though the address follows later.
  const latest = useRef<LabSearch>(search);
  latest.current = search;
  const go = useCallback(
    (change: Record<string, unknown>, replace: boolean) => {
      latest.current = parseLabSearch({ ...latest.current, ...change });
      void navigate({ search: latest.current, replace });
    },
    [navigate],
  );
  const commands = useMemo(
    () => ({
      setConsoles: (consoles: readonly string[], shown?: string) =>
        go({ console: consoles.join(','), shown }, true),
      // Another step is a step that Back undoes.
      setStep: (step: number) => go({ step }, false),
      setGuideOff: (isOff: boolean) => go({ guide: isOff ? 'off' : undefined }, true),
    }),
    [go],
  );
  const consoles = useMemo(() => splitList(search.console), [search.console]);
  return {
    consoles,
    shown: search.shown,
    step: search.step,
    isGuideOff: search.guide === 'off',
    hasControl: search.join === 'control',
    ...commands,
  };
}
