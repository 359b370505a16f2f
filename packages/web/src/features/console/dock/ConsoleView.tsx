import { lazy, Suspense, type ComponentType } from 'react';
import { PanelBoundary } from '../../../components/PanelBoundary.tsx';
import type { ConsoleKind } from '../../../routes/consoleName.ts';
import classes from '../console.module.css';
import type { ConsolePaneProps } from '../consolePane.ts';
import { consoleText } from '../consoleText.ts';

/** Each kind is loaded with its first use. */
const kinds: Readonly<Record<ConsoleKind, ComponentType<ConsolePaneProps>>> = {
  terminal: lazy(() => import('../terminal/TerminalConsole.tsx')),
  screen: lazy(() => import('../screen/ScreenConsole.tsx')),
  serial: lazy(() => import('../serial/SerialConsole.tsx')),
  page: lazy(() => import('../page/PageConsole.tsx')),
  files: lazy(() => import('../files/FilesConsole.tsx')),
  logs: lazy(() => import('../logs/LogsConsole.tsx')),
};

/** As dark as what comes, so that nothing flashes. */
const darkKinds: readonly ConsoleKind[] = ['terminal', 'screen', 'serial'];

/** One console, of whichever kind. */
export function ConsoleView(props: ConsolePaneProps) {
  const { element, kind, number } = props.address.console;
  const Kind = kinds[kind];
  return (
    <PanelBoundary name={consoleText.name(element, kind, number)}>
      <Suspense
        fallback={
          <div
            className={classes.pane}
            role="status"
            data-loading={darkKinds.includes(kind) ? 'dark' : 'plain'}
          >
            <span className={`${classes.connecting ?? ''} ${classes.dots ?? ''}`}>
              {consoleText.loading}
            </span>
          </div>
        }
      >
        <Kind {...props} />
      </Suspense>
    </PanelBoundary>
  );
}
