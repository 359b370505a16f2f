import { Menu } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { consoleText } from '../consoleText.ts';
import { ConsoleToolbar } from '../frame/ConsoleToolbar.tsx';
import { FullButton } from '../frame/FullButton.tsx';
import { ToolButton } from '../frame/ToolButton.tsx';
import type { FullScreen } from '../frame/useFullScreen.ts';
import { copyText } from './copyText.ts';
import type { LabTerminal, TerminalLook } from './createTerminal.ts';
import { terminalThemeNames } from './terminalThemes.ts';
import { clampFontSize } from './useTerminalLook.ts';

interface TerminalToolsProps {
  readonly name: string;
  readonly lab: LabTerminal | undefined;
  readonly look: TerminalLook;
  readonly full: FullScreen;
  readonly mayCopyOut: boolean;
  readonly onLook: (look: TerminalLook) => void;
  readonly toolbarRef: RefObject<HTMLDivElement | null>;
  readonly onEnter: () => void;
  readonly onFind: () => void;
  /** Undefined where the machine takes no text. */
  readonly onPaste: (text: string) => void;
  readonly children: ReactNode;
}

const text = consoleText.terminal;

export function TerminalTools(props: TerminalToolsProps) {
  const { lab, look, onLook } = props;
  // Scripts may read the clipboard only of pages over HTTPS.
  const mayRead = 'clipboard' in navigator && 'readText' in navigator.clipboard;
  return (
    <ConsoleToolbar name={props.name} toolbarRef={props.toolbarRef} onEnter={props.onEnter}>
      <ToolButton
        title={props.mayCopyOut ? text.copyHint : text.copyExam}
        disabled={!props.mayCopyOut}
        onClick={() => {
          if (lab?.terminal.hasSelection() === true) void copyText(lab.terminal.getSelection());
          props.onEnter();
        }}
      >
        {text.copy}
      </ToolButton>
      {mayRead && (
        <ToolButton
          title={text.pasteHint}
          onClick={() => {
            props.onEnter();
            navigator.clipboard.readText().then(props.onPaste, () => undefined);
          }}
        >
          {text.paste}
        </ToolButton>
      )}
      <ToolButton title={text.findHint} onClick={props.onFind}>
        {text.find}
      </ToolButton>
      <Menu position="bottom-start">
        <Menu.Target>
          <ToolButton>{text.view}</ToolButton>
        </Menu.Target>
        <Menu.Dropdown>
          {[
            { label: text.larger, size: look.fontSize + 1 },
            { label: text.smaller, size: look.fontSize - 1 },
            { label: text.usual, size: 14 },
          ].map(({ label, size }) => (
            <Menu.Item
              key={label}
              closeMenuOnClick={false}
              onClick={() => onLook({ ...look, fontSize: clampFontSize(size) })}
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{text.themes}</Menu.Label>
          {terminalThemeNames.map((theme) => (
            <Menu.RadioItem
              key={theme}
              value={theme}
              checked={look.theme === theme}
              closeMenuOnClick
              onClick={() => onLook({ ...look, theme })}
            >
              {text.theme[theme]}
            </Menu.RadioItem>
          ))}
          <Menu.Divider />
          <Menu.CheckboxItem
            checked={look.isReadAloud}
            closeMenuOnClick
            onClick={() => onLook({ ...look, isReadAloud: !look.isReadAloud })}
          >
            {text.reader}
          </Menu.CheckboxItem>
          <Menu.Item onClick={() => lab?.terminal.clear()}>{text.clear}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <FullButton full={props.full} onEnter={props.onEnter} />
      {props.children}
    </ConsoleToolbar>
  );
}
