import { useLocalStorage } from '@mantine/hooks';
import { IconExternalLink } from '@tabler/icons-react';
import { useRef } from 'react';
import { parseConsoleName, writeConsoleName } from '../../../routes/consoleName.ts';
import type { ShownConsoles } from '../../../routes/shownConsoles.ts';
import type { ConsoleDockProps } from '../ConsoleDock.tsx';
import { consoleText } from '../consoleText.ts';
import { ToolButton } from '../frame/ToolButton.tsx';
import type { DockChange } from './changeDock.ts';
import { ConsoleView } from './ConsoleView.tsx';
import classes from './dock.module.css';
import { openConsoleWindow } from './openConsoleWindow.ts';
import { ResizeHandle } from './ResizeHandle.tsx';

interface DockPanesProps extends Pick<ConsoleDockProps, 'address' | 'elements' | 'consoles'> {
  readonly shown: ShownConsoles;
  /** Opened by this person a moment ago, who wants to type in it. */
  readonly opened: string | undefined;
  /** Whether the lab is somebody else's. */
  readonly isGuest?: boolean | undefined;
  readonly onChange: (change: DockChange) => void;
}

/** All consoles that were looked at keep their place and their connection; one or two of them are seen. */
export function DockPanes(props: DockPanesProps) {
  const { consoles, shown } = props;
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef(new Set<string>());
  for (const name of [shown.first, shown.second]) if (name !== undefined) seen.current.add(name);
  const [split, setSplit] = useLocalStorage({
    key: 'labcast-split',
    defaultValue: 50,
    getInitialValueInEffect: false,
  });
  const isSplit = shown.second !== undefined;
  return (
    <div
      ref={box}
      className={classes.panes}
      data-hidden={shown.first === undefined}
      style={{ gridTemplateColumns: isSplit ? `${split}fr auto ${100 - split}fr` : '1fr' }}
    >
      {consoles
        .filter((name) => seen.current.has(name))
        .map((name) => (
          <DockPane key={name} {...props} name={name} />
        ))}
      {isSplit && (
        <div className={classes.between}>
          <ResizeHandle
            label={consoleText.dock.resize}
            between="columns"
            size={split}
            isAfter={false}
            box={() => box.current}
            onSize={setSplit}
          />
        </div>
      )}
    </div>
  );
}

function DockPane(props: DockPanesProps & { readonly name: string }) {
  const { name: written, address, elements, shown, opened, isGuest, onChange } = props;
  const name = parseConsoleName(written);
  if (!name) return null;
  const isShown = written === shown.first || written === shown.second;
  const console = { ...address, console: name };
  const logs = writeConsoleName({ element: name.element, kind: 'logs', number: 1 });
  return (
    <div
      className={classes.place}
      hidden={!isShown}
      style={{ gridColumn: written === shown.second ? 3 : 1 }}
    >
      <ConsoleView
        address={console}
        element={elements.find((element) => element.name === name.element)}
        isShown={isShown}
        isGuest={isGuest}
        isFocused={isShown && written === opened}
        onLog={name.kind === 'logs' ? undefined : () => onChange({ type: 'open', name: logs })}
        tools={
          <ToolButton
            title={consoleText.dock.windowHint}
            leftSection={<IconExternalLink aria-hidden size={16} stroke={1.5} />}
            onClick={() => {
              if (openConsoleWindow(console)) onChange({ type: 'close', name: written });
            }}
          >
            {consoleText.dock.window}
          </ToolButton>
        }
      />
    </div>
  );
}
