import { FileButton, Switch, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { consoleText } from '../consoleText.ts';
import { ConsoleToolbar } from '../frame/ConsoleToolbar.tsx';
import { ToolButton } from '../frame/ToolButton.tsx';
import { parentFolder } from './fileEntries.ts';

interface FilesView {
  readonly isAllShown: boolean;
  readonly filter: string;
}

interface FilesToolbarProps {
  readonly name: string;
  /** Undefined while it is being read. */
  readonly folder: string | undefined;
  readonly view: FilesView;
  readonly onView: (view: FilesView) => void;
  readonly onOpen: (path: string) => void;
  readonly onUpload: (files: readonly File[]) => void;
  readonly onReread: () => void;
  readonly onEnter: () => void;
  readonly children: ReactNode;
}

const text = consoleText.files;

export function FilesToolbar(props: FilesToolbarProps) {
  const { folder, view, onView, onOpen } = props;
  const toolbar = useRef<HTMLDivElement>(null);
  const [written, setWritten] = useState('');
  useEffect(() => setWritten(folder ?? ''), [folder]);
  return (
    <ConsoleToolbar name={props.name} toolbarRef={toolbar} onEnter={props.onEnter}>
      <ToolButton
        disabled={folder === undefined || folder === '/'}
        onClick={() => onOpen(parentFolder(folder ?? '/'))}
      >
        {text.up}
      </ToolButton>
      <TextInput
        size="xs"
        w={260}
        aria-label={text.path}
        value={written}
        onChange={({ currentTarget }) => setWritten(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter' && written.startsWith('/')) onOpen(written);
        }}
      />
      <TextInput
        size="xs"
        w={140}
        aria-label={text.filter}
        placeholder={text.filter}
        value={view.filter}
        onChange={({ currentTarget }) => onView({ ...view, filter: currentTarget.value })}
      />
      <Switch
        size="xs"
        label={text.hidden}
        checked={view.isAllShown}
        onChange={({ currentTarget }) => onView({ ...view, isAllShown: currentTarget.checked })}
      />
      <FileButton multiple onChange={props.onUpload}>
        {(button) => <ToolButton {...button}>{text.upload}</ToolButton>}
      </FileButton>
      <ToolButton onClick={props.onReread}>{text.refresh}</ToolButton>
      {props.children}
    </ConsoleToolbar>
  );
}
