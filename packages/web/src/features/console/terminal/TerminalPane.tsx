import type { Terminal } from '@xterm/xterm';
import { useEffect, useRef, useState } from 'react';
import { elementSocket } from '../../../api/consoles.ts';
import { ConnectionOverlay } from '../connection/ConnectionOverlay.tsx';
import type { ConsoleLine } from '../connection/ConsoleLine.ts';
import { useConsoleLine } from '../connection/useConsoleLine.ts';
import classes from '../console.module.css';
import type { ConsolePaneProps } from '../consolePane.ts';
import { consoleText } from '../consoleText.ts';
import { ConsoleFrame } from '../frame/ConsoleFrame.tsx';
import { focusToolbar } from '../frame/ConsoleToolbar.tsx';
import { mayTakeFocus } from '../frame/mayTakeFocus.ts';
import { useFullScreen } from '../frame/useFullScreen.ts';
import { useMayCopyOut } from '../useClipboardRule.ts';
import { ControlButton } from '../viewers/ControlButton.tsx';
import { Viewers } from '../viewers/Viewers.tsx';
import { takeInput } from './terminalInput.ts';
import { TerminalBars } from './TerminalBars.tsx';
import { TerminalTools } from './TerminalTools.tsx';
import { terminalThemes } from './terminalThemes.ts';
import { usePasting } from './usePasting.ts';
import { useTerminal } from './useTerminal.ts';
import { useTerminalLook } from './useTerminalLook.ts';

export interface AttachedTerminal {
  readonly terminal: Terminal;
  readonly line: ConsoleLine;
  /** Told of the server, such as that the shell cannot be kept. */
  readonly onNote: (text: string) => void;
}

/** What is behind a terminal: a shell, or a serial line. */
export interface TerminalSource {
  readonly path: 'terminal' | 'serial';
  /** Connects the terminal with a socket until that is over. Returns the way to end it. */
  readonly attach: (socket: WebSocket, attached: AttachedTerminal) => () => void;
  /** Undefined: as many as there is room for. */
  readonly columns?: number;
  readonly hint?: string;
}

/** A terminal with all around it, whatever is behind. */
export function TerminalPane({ source, ...props }: ConsolePaneProps & { source: TerminalSource }) {
  const { console } = props.address;
  const host = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const [look, setLook] = useTerminalLook();
  const [isFinding, setFinding] = useState(false);
  const full = useFullScreen();
  const pasting = usePasting((text) => lab?.terminal.paste(text));
  const find = () => setFinding(true);
  const { columns } = source;
  const mayCopyOut = useMayCopyOut(props.address);
  const lab = useTerminal({ host, look, columns, mayCopyOut, onFind: find, onPaste: pasting.ask });
  const joined = useJoined(props, source, lab?.terminal);
  const { line, connection, isViewing } = joined;
  const enter = () => lab?.terminal.focus();
  useEffect(() => {
    if (props.isFocused && line.phase === 'open' && mayTakeFocus(toolbar.current))
      lab?.terminal.focus();
  }, [props.isFocused, line.phase, lab]);
  const name = consoleText.name(console.element, console.kind, console.number);
  return (
    <div className={classes.pane} data-full={full.isFull}>
      <TerminalTools
        {...{ name, lab, look, full, mayCopyOut }}
        onLook={setLook}
        toolbarRef={toolbar}
        onEnter={enter}
        onFind={find}
        onPaste={pasting.ask}
      >
        {props.tools}
      </TerminalTools>
      <TerminalBars
        {...{ lab, pasting, isFinding }}
        onFound={() => setFinding(false)}
        onEnter={enter}
      />
      <ConsoleFrame
        label={name}
        onEnter={enter}
        onLeave={() => focusToolbar(toolbar.current)}
        isDimmed={line.phase !== 'open' && line.attempt > 1}
        status={
          <>
            <Viewers address={props.address} isShown={props.isShown} />
            <ControlButton isViewing={isViewing} onChange={joined.view} />
            <span>{joined.note ?? source.hint}</span>
          </>
        }
        overlay={
          <ConnectionOverlay
            {...{ line, connection }}
            address={props.address}
            element={props.element}
            isTyping={joined.isTyping}
            onLog={props.onLog}
            onEnter={enter}
          />
        }
      >
        <div
          className={classes.terminal}
          style={{ background: terminalThemes[look.theme].background }}
        >
          <div ref={host} className={classes.terminalHost} />
        </div>
      </ConsoleFrame>
    </div>
  );
}

/** The terminal's connection, and what it tells. */
function useJoined(
  props: ConsolePaneProps,
  source: TerminalSource,
  terminal: Terminal | undefined,
) {
  const { assignment, environment, console } = props.address;
  const [isTyping, setTyping] = useState(false);
  const [isViewing, setViewing] = useState(props.isGuest ?? false);
  const [note, setNote] = useState<string>();
  const [line, connection] = useConsoleLine({
    address: props.address,
    element: props.element,
    isReady: terminal !== undefined,
    url: () =>
      elementSocket({ assignment, environment, element: console.element }, source.path, {
        ...(source.path === 'terminal' && {
          session: console.number,
          columns: terminal?.cols ?? 80,
          rows: terminal?.rows ?? 24,
        }),
        ...(isViewing && { mode: 'view' }),
      }),
    attach: (socket, self) =>
      terminal && source.attach(socket, { terminal, line: self, onNote: setNote }),
  });
  const isOpen = line.phase === 'open';
  const isFirstShell = source.path === 'terminal' && console.number === 1;
  useEffect(() => {
    if (!isOpen || !terminal || !isFirstShell || isViewing) return;
    return takeInput({ assignment, environment, element: console.element }, (text) => {
      terminal.input(text);
      terminal.focus();
    });
  }, [isOpen, terminal, isFirstShell, isViewing, assignment, environment, console.element]);
  useEffect(() => {
    if (isOpen) {
      setTyping(false);
      return;
    }
    const listener = terminal?.onData(() => setTyping(true));
    return () => listener?.dispose();
  }, [terminal, isOpen]);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) connection.restart();
    isFirst.current = false;
  }, [isViewing, connection]);
  return { line, connection, isTyping, note, isViewing, view: setViewing };
}
