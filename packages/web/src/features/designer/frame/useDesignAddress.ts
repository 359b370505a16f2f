import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { parseDesignSearch, splitList } from '../../../routes/parseDesignSearch.ts';
import type { DesignSearch, DesignView, DockPlace } from '../../../routes/parseDesignSearch.ts';

const route = getRouteApi('/signed-in/a/$assignment/design');

/** View, selection and consoles, as they stand in the page's address. */
export interface DesignAddress {
  readonly view: DesignView;
  readonly dock: DockPlace;
  readonly selection: readonly string[];
  readonly consoles: readonly string[];
  readonly shown: string | undefined;
  /** What was opened last while this page is there; another object each time. */
  readonly opened: { readonly name: string } | undefined;
  readonly show: (view: DesignView) => void;
  readonly select: (names: readonly string[]) => void;
  readonly openConsole: (name: string) => void;
  readonly setConsoles: (consoles: readonly string[], shown?: string) => void;
  readonly setDock: (dock: DockPlace) => void;
}

export function useDesignAddress(): DesignAddress {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  // Two changes in one moment build on each other, though the address follows later.
  const latest = useRef<DesignSearch>(search);
  const [opened, setOpened] = useState<{ name: string }>();
  latest.current = search;
  const go = useCallback(
    (change: Record<string, unknown>, replace: boolean) => {
      latest.current = parseDesignSearch({ ...latest.current, ...change });
      void navigate({ search: latest.current, replace });
    },
    [navigate],
  );
  const commands = useMemo(
    () => ({
      // Only another view is a step that Back undoes: it never closes a console.
      show: (view: DesignView) => go({ view }, false),
      select: (names: readonly string[]) => {
        const sel = names.join(',');
        if (sel !== (latest.current.sel ?? '')) go({ sel }, true);
      },
      openConsole: (name: string) => {
        const open = splitList(latest.current.console);
        const dock = latest.current.dock === 'off' ? 'bottom' : latest.current.dock;
        go({ console: [...new Set([...open, name])].join(','), shown: name, dock }, true);
        setOpened({ name });
      },
      setConsoles: (consoles: readonly string[], shown?: string) =>
        go({ console: consoles.join(','), shown }, true),
      setDock: (dock: DockPlace) => go({ dock }, true),
    }),
    [go],
  );
  const { view = 'canvas', dock = 'bottom', sel, console, shown } = search;
  const selection = useMemo(() => splitList(sel), [sel]);
  const consoles = useMemo(() => splitList(console), [console]);
  return { view, dock, selection, consoles, shown, opened, ...commands };
}
