import type RFB from '@novnc/novnc';
import type { ReactNode, RefObject } from 'react';
import type { ElementAddress } from '../../../api/consoles.ts';
import { consoleText } from '../consoleText.ts';
import { ConsoleToolbar } from '../frame/ConsoleToolbar.tsx';
import { FullButton } from '../frame/FullButton.tsx';
import { ToolButton } from '../frame/ToolButton.tsx';
import type { FullScreen } from '../frame/useFullScreen.ts';
import { ClipboardBox } from './ClipboardBox.tsx';
import { KeysMenu } from './KeysMenu.tsx';
import { LayoutMenu } from './LayoutMenu.tsx';
import type { Layout } from './layouts.ts';
import { escapeKey, pressTogether, type ScreenKey } from './screenKeys.ts';
import { FitMenu, QualityMenu } from './ScreenMenus.tsx';
import type { SharedClipboard } from './useClipboard.ts';
import type { useHeldKeys } from './useHeldKeys.ts';
import type { ScreenLook } from './useScreenLook.ts';
import { useTyping } from './useTyping.ts';

interface ScreenToolbarProps {
  readonly name: string;
  readonly target: ElementAddress;
  readonly machine: 'desktop' | 'vm';
  readonly screen: RFB | undefined;
  readonly clipboard: SharedClipboard;
  readonly keys: ReturnType<typeof useHeldKeys>;
  readonly look: ScreenLook;
  readonly layout: Layout;
  readonly full: FullScreen;
  readonly isViewing: boolean;
  readonly toolbarRef: RefObject<HTMLDivElement | null>;
  readonly onLook: (look: ScreenLook) => void;
  readonly onEnter: () => void;
  readonly children: ReactNode;
}

export function ScreenToolbar(props: ScreenToolbarProps) {
  const { screen, machine, keys, look, onLook, isViewing } = props;
  const typing = useTyping(screen, machine);
  const isDisabled = screen === undefined || isViewing;
  const press = (pressed: readonly ScreenKey[]) => {
    for (const { keysym, code, down } of pressTogether(pressed))
      screen?.sendKey(keysym, code, down);
    props.onEnter();
  };
  return (
    <ConsoleToolbar name={props.name} toolbarRef={props.toolbarRef} onEnter={props.onEnter}>
      <ClipboardBox
        clipboard={props.clipboard}
        typing={typing}
        hasClipboard={machine === 'desktop'}
        onSend={props.clipboard.give}
        isDisabled={isDisabled}
      />
      <KeysMenu held={keys.held} onHold={keys.toggle} onPress={press} isDisabled={isDisabled} />
      {keys.held.length > 0 && (
        <ToolButton isOn onClick={keys.letGo} title={consoleText.screen.letGo}>
          {consoleText.screen.held(keys.held.join('+'))}
        </ToolButton>
      )}
      <LayoutMenu
        address={props.target}
        machine={machine}
        layout={props.layout}
        onLayout={(layout) => onLook({ ...look, layout })}
        isDisabled={isDisabled}
      />
      <FitMenu look={look} onLook={onLook} machine={machine} />
      <QualityMenu look={look} onLook={onLook} />
      <FullButton full={props.full} onEnter={props.onEnter} onEscape={() => press([escapeKey])} />
      {props.children}
    </ConsoleToolbar>
  );
}
