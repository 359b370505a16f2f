import { useEffect, useRef, useState } from 'react';
import { elementSocket } from '../../../api/consoles.ts';
import { ConnectionOverlay } from '../connection/ConnectionOverlay.tsx';
import { useConsoleLine } from '../connection/useConsoleLine.ts';
import classes from '../console.module.css';
import type { ConsolePaneProps } from '../consolePane.ts';
import { consoleText } from '../consoleText.ts';
import { ConsoleFrame } from '../frame/ConsoleFrame.tsx';
import { focusToolbar } from '../frame/ConsoleToolbar.tsx';
import { Viewers } from '../viewers/Viewers.tsx';
import { attachTerminal } from './attachTerminal.ts';
import { PasteQuestion } from './PasteQuestion.tsx';
import { pasteLines } from './pasteLines.ts';
import { TerminalSearch } from './TerminalSearch.tsx';
import { TerminalTools } from './TerminalTools.tsx';
import { terminalThemes } from './terminalThemes.ts';
import { useTerminal } from './useTerminal.ts';
import { useTerminalLook } from './useTerminalLook.ts';

/** A shell of a machine, the same one after every reconnection. */
export default function TerminalConsole(props: ConsolePaneProps) {
  const { address, element } = props;
  const { assignment, environment, console } = address;
  const host = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const [look, setLook] = useTerminalLook();
  const [isFinding, setFinding] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const [note, setNote] = useState<string>();
  const pasting = usePasting((text) => lab?.terminal.paste(text));
  const lab = useTerminal({
    host,
    look,
    onFind: () => setFinding(true),
    onPaste: pasting.ask,
  });
  const terminal = useRef(lab?.terminal);
  terminal.current = lab?.terminal;
  const [line, connection] = useConsoleLine({
    address,
    element,
    isReady: lab !== undefined,
    url: () =>
      elementSocket({ assignment, environment, element: console.element }, 'terminal', {
        session: console.number,
        columns: terminal.current?.cols ?? 80,
        rows: terminal.current?.rows ?? 24,
      }),
    attach: (socket, self) =>
      terminal.current &&
      attachTerminal(socket, {
        terminal: terminal.current,
        line: self,
        onNote: setNote,
      }),
  });
  useEffect(() => {
    if (line.phase === 'open') setTyping(false);
  }, [line.phase]);
  useEffect(() => {
    const listener = lab?.terminal.onData(() => setTyping(connection.get().phase !== 'open'));
    return () => listener?.dispose();
  }, [lab, connection]);
  const enter = () => lab?.terminal.focus();
  useEffect(() => {
    if (props.isFocused && line.phase === 'open') lab?.terminal.focus();
  }, [props.isFocused, line.phase, lab]);
  const name = consoleText.name(console.element, console.kind, console.number);
  return (
    <div className={classes.pane}>
      <TerminalTools
        name={name}
        lab={lab}
        look={look}
        onLook={setLook}
        toolbarRef={toolbar}
        onEnter={enter}
        onFind={() => setFinding(true)}
        onPaste={pasting.ask}
      >
        {props.tools}
      </TerminalTools>
      {isFinding && lab && (
        <TerminalSearch
          lab={lab}
          onClose={() => {
            setFinding(false);
            enter();
          }}
        />
      )}
      {pasting.asked !== undefined && (
        <PasteQuestion
          count={pasteLines(pasting.asked)}
          onAnswer={(isYes) => {
            pasting.answer(isYes);
            enter();
          }}
        />
      )}
      <ConsoleFrame
        label={name}
        onEnter={enter}
        onLeave={() => focusToolbar(toolbar.current)}
        isDimmed={line.phase !== 'open' && line.attempt > 1}
        status={
          <>
            <Viewers address={address} isShown={props.isShown} />
            {note !== undefined && <span>{note}</span>}
          </>
        }
        overlay={
          <ConnectionOverlay
            line={line}
            connection={connection}
            address={address}
            element={element}
            isTyping={isTyping}
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

/** Asks once in a console before several lines go into its shell. */
function usePasting(paste: (text: string) => void) {
  const [asked, setAsked] = useState<string>();
  const isAllowed = useRef(false);
  return {
    asked,
    ask: (text: string) => {
      if (text === '') return;
      if (isAllowed.current || pasteLines(text) === 0) paste(text);
      else setAsked(text);
    },
    answer: (isYes: boolean) => {
      if (isYes && asked !== undefined) {
        isAllowed.current = true;
        paste(asked);
      }
      setAsked(undefined);
    },
  };
}
