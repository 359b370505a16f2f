import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type DragEvent } from 'react';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { GreyLines } from '../../../components/GreyLines.tsx';
import classes from '../console.module.css';
import type { ConsolePaneProps } from '../consolePane.ts';
import { consoleText } from '../consoleText.ts';
import { sortEntries } from './fileEntries.ts';
import { FilesToolbar } from './FilesToolbar.tsx';
import { filesQuery } from './filesQuery.ts';
import files from './files.module.css';
import { FileTable } from './FileTable.tsx';
import { UploadList } from './UploadList.tsx';
import { useUploads } from './useUploads.ts';

const text = consoleText.files;

/** Files of a machine, with the rights of its usual person: looked at, downloaded, uploaded. */
export default function FilesConsole({ address, tools }: ConsolePaneProps) {
  const { assignment, environment, console } = address;
  const target = { assignment, environment, element: console.element };
  const queries = useQueryClient();
  const [path, setPath] = useState<string>();
  const [view, setView] = useState({ isAllShown: false, filter: '' });
  const [isOver, setOver] = useState(false);
  const table = useRef<HTMLDivElement>(null);
  const folder = useQuery(filesQuery(target, path));
  const reread = () =>
    void queries.invalidateQueries({ queryKey: filesQuery(target, path).queryKey });
  const { uploads, add, dismiss } = useUploads(target, reread);
  const upload = (files: readonly File[]) => {
    if (folder.data) add(folder.data.path, files);
  };
  const shown = sortEntries(folder.data?.entries ?? [], view);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    upload([...event.dataTransfer.files]);
  };
  return (
    <div
      className={classes.pane}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <FilesToolbar
        name={consoleText.name(console.element, console.kind, console.number)}
        folder={folder.data?.path}
        view={view}
        onView={setView}
        onOpen={(next) => {
          setPath(next);
          setView({ ...view, filter: '' });
        }}
        onUpload={upload}
        onReread={reread}
        onEnter={() => table.current?.focus()}
      >
        {tools}
      </FilesToolbar>
      <div ref={table} className={files.fileList} tabIndex={-1} data-over={isOver}>
        {folder.isPending && <GreyLines label={text.loading} count={6} height={20} />}
        {folder.isError && (
          <ErrorPanel
            error={folder.error}
            title={text.failed}
            onRetry={() => void folder.refetch()}
          />
        )}
        {folder.data && shown.length === 0 && (
          <p>{view.filter === '' ? text.empty : text.noMatch}</p>
        )}
        {folder.data && shown.length > 0 && (
          <FileTable
            address={target}
            folder={folder.data.path}
            entries={shown}
            onOpen={(next) => setPath(next)}
          />
        )}
      </div>
      <div className={classes.status} role="status">
        {isOver ? text.dropNow : text.drop}
      </div>
      <UploadList uploads={uploads} onDismiss={dismiss} />
    </div>
  );
}
