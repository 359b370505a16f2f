import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { elementSocket } from '../../../api/consoles.ts';
import { ConnectionOverlay } from '../connection/ConnectionOverlay.tsx';
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
import { useViewers } from '../viewers/useViewers.ts';
import { Viewers } from '../viewers/Viewers.tsx';
import { readDesktopClipboard } from './readDesktopClipboard.ts';
import { ScreenToolbar } from './ScreenToolbar.tsx';
import { setDesktopLayout } from './setDesktopLayout.ts';
import { useClipboard, type SharedClipboard } from './useClipboard.ts';
import { useHeldKeys } from './useHeldKeys.ts';
import { useLayout, useOnce } from './useLayout.ts';
import { useScreen } from './useScreen.ts';
import { useScreenLook } from './useScreenLook.ts';

/** The picture of a desktop or a virtual machine, with keyboard, pointer and clipboard. */
export default function ScreenConsole(props: ConsolePaneProps) {
  const { address, element } = props;
  const { console } = address;
  const toolbar = useRef<HTMLDivElement>(null);
  const full = useFullScreen();
  const joined = useJoinedScreen(props, toolbar);
  const { place, line, connection, screen, clipboard, keys, look, isViewing, enter } = joined;
  const name = consoleText.name(console.element, console.kind, console.number);
  return (
    <div className={classes.pane} data-full={full.isFull}>
      <ScreenToolbar
        name={name}
        target={joined.target}
        machine={joined.machine}
        screen={screen}
        clipboard={clipboard}
        keys={keys}
        look={look}
        layout={joined.layout}
        full={full}
        isViewing={isViewing}
        toolbarRef={toolbar}
        onLook={joined.setLook}
        onEnter={enter}
      >
        {props.tools}
      </ScreenToolbar>
      <ConsoleFrame
        label={name}
        onEnter={enter}
        onLeave={() => {
          keys.letGo();
          focusToolbar(toolbar.current);
        }}
        isDimmed={line.phase !== 'open' && line.attempt > 1}
        status={
          <>
            <Viewers address={address} isShown={props.isShown} />
            <ControlButton isViewing={isViewing} onChange={joined.view} />
          </>
        }
        overlay={
          <ConnectionOverlay
            line={line}
            connection={connection}
            address={address}
            element={element}
            isTyping={joined.isTyping}
            onLog={props.onLog}
            onEnter={enter}
          />
        }
      >
        <div
          ref={place}
          className={classes.screen}
          data-fit={look.fit}
          tabIndex={-1}
          onKeyDownCapture={({ key }) => {
            if (!screen && key.length === 1) joined.setTyping(true);
          }}
          onFocusCapture={clipboard.offer}
        />
        {line.phase === 'connecting' && line.attempt === 1 && (
          <span className={`${classes.connecting ?? ''} ${classes.dots ?? ''}`} role="status">
            {consoleText.connecting}
          </span>
        )}
      </ConsoleFrame>
    </div>
  );
}

/** The machine's picture, its connection, and all that goes over it. */
function useJoinedScreen(props: ConsolePaneProps, toolbar: Focus['toolbar']) {
  const { address, element } = props;
  const { assignment, environment, console } = address;
  const target = { assignment, environment, element: console.element };
  const machine: 'desktop' | 'vm' = element?.kind === 'vm' ? 'vm' : 'desktop';
  const queries = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  const [look, setLook] = useScreenLook();
  const [isViewing, setViewing] = useState(props.isGuest ?? false);
  const [isTyping, setTyping] = useState(false);
  const shared = useRef<SharedClipboard>(undefined);
  const { screen, attach } = useScreen({
    place,
    look,
    machine,
    isViewing,
    decidesSize: useViewers(address, props.isShown).decidesSize,
    onCopied: (text) => shared.current?.copied(text),
    onClipboard: (made) => shared.current?.connected(made),
  });
  const clipboard = useClipboard({
    screen,
    mayCopyOut: useMayCopyOut(address),
    readMachine: () =>
      machine === 'desktop' ? readDesktopClipboard(queries, target) : Promise.resolve(''),
  });
  shared.current = clipboard;
  const keys = useHeldKeys(screen);
  const layout = useLayout(look.layout);
  const [line, connection] = useConsoleLine({
    address,
    element,
    isReady: element !== undefined,
    url: () => elementSocket(target, 'screen', isViewing ? { mode: 'view' } : {}),
    attach,
  });
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) connection.restart();
    isFirst.current = false;
  }, [isViewing, connection]);
  useOnce(screen !== undefined && machine === 'desktop' && !isViewing, () => {
    setDesktopLayout(target, layout).catch(() => undefined);
  });
  const enter = () => {
    if (screen) screen.focus();
    else place.current?.focus();
    clipboard.offer();
  };
  useFocus({ props, toolbar, screen, place, enter, onBack: () => setTyping(false) });
  return {
    ...{ target, machine, place, look, setLook, isViewing, isTyping, setTyping },
    ...{ screen, clipboard, keys, layout, line, connection, enter },
    view: setViewing,
  };
}

interface Focus {
  readonly props: ConsolePaneProps;
  readonly toolbar: React.RefObject<HTMLElement | null>;
  readonly screen: unknown;
  readonly place: React.RefObject<HTMLDivElement | null>;
  readonly enter: () => void;
  readonly onBack: () => void;
}

/** The picture goes with its connection, and the focus with it: it is kept here and given to the next one. */
function useFocus({ props, toolbar, screen, place, enter, onBack }: Focus): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const onFocus = () => {
      hadFocus.current = true;
    };
    const onBlur = ({ relatedTarget }: FocusEvent) => {
      // Without a next one it was the canvas that was taken out of the page.
      if (relatedTarget instanceof Node) hadFocus.current = element.contains(relatedTarget);
    };
    element.addEventListener('focusin', onFocus);
    element.addEventListener('focusout', onBlur);
    return () => {
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('focusout', onBlur);
    };
  }, [place]);
  useEffect(() => {
    const isNowhere = document.activeElement === document.body;
    if (screen === undefined && hadFocus.current && isNowhere) place.current?.focus();
    if (screen === undefined) return;
    onBack();
    const isWanted = props.isFocused && mayTakeFocus(toolbar.current);
    if (document.activeElement === place.current || isWanted) enter();
  }, [screen, props.isFocused]);
}
