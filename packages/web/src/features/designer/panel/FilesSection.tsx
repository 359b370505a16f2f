import { Button, CloseButton, FileButton, Group } from '@mantine/core';
import type { LabValue } from '@labcast/domain';
import { useState } from 'react';
import { FileDialog, type FileDraft } from './FileDialog.tsx';
import { putEntry, takeEntry } from './listEdits.ts';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import { readTextFile } from './readTextFile.ts';
import { Section } from './Section.tsx';
import type { Panel } from './usePanel.ts';
import { asFields } from './writtenLab.ts';

interface FilesSectionProps {
  readonly panel: Panel;
  readonly name: string;
  /** In an app a file belongs to whoever runs it. */
  readonly hasOwner: boolean;
}

interface Opened {
  readonly at: number;
  readonly draft: FileDraft;
}

/** Files that are put into a machine or an app. */
export function FilesSection({ panel, name, hasOwner }: FilesSectionProps) {
  const { design, written, isLocked, findApplied } = panel;
  const [opened, setOpened] = useState<Opened>();
  const [refused, setRefused] = useState<string>();
  const list = readFiles(written.element(name).files);
  const path = ['elements', name, 'files'];
  const step = panelText.step.change(name, 'files');
  const addFromDisk = async (file: File | null) => {
    if (!file) return;
    const read = await readTextFile(file);
    setRefused('refusal' in read ? read.refusal : undefined);
    if ('content' in read)
      setOpened({ at: list.length, draft: { path: `/root/${file.name}`, content: read.content } });
  };
  return (
    <Section
      title={panelText.files(list.length)}
      hint={findApplied(name) ? (hasOwner ? panelText.plan.files : panelText.plan.app) : undefined}
    >
      <FileList
        files={list}
        isLocked={isLocked}
        onOpen={(file, at) => setOpened({ at, draft: file })}
        onRemove={(at) => design.edit([takeEntry(path, list, at)], step)}
      />
      <Group gap="sm">
        <Button
          variant="default"
          size="xs"
          disabled={isLocked}
          onClick={() => setOpened({ at: list.length, draft: { path: '', content: '' } })}
        >
          {panelText.addFile}
        </Button>
        <FileButton onChange={(file) => void addFromDisk(file)} disabled={isLocked}>
          {(props) => (
            <Button {...props} variant="subtle" size="xs">
              {panelText.fromDisk}
            </Button>
          )}
        </FileButton>
      </Group>
      {refused !== undefined && (
        <p className={classes.hint} role="alert">
          {refused}
        </p>
      )}
      {opened && (
        <FileDialog
          draft={opened.draft}
          hasOwner={hasOwner}
          isLocked={isLocked}
          taken={list.filter((_, index) => index !== opened.at).map((file) => file.path)}
          onClose={() => setOpened(undefined)}
          onSave={(file) => {
            design.edit([putEntry(path, list, opened.at, writeFile(file))], step);
            setOpened(undefined);
          }}
        />
      )}
    </Section>
  );
}

interface FileListProps {
  readonly files: readonly FileDraft[];
  readonly isLocked: boolean;
  readonly onOpen: (file: FileDraft, at: number) => void;
  readonly onRemove: (at: number) => void;
}

function FileList({ files, isLocked, onOpen, onRemove }: FileListProps) {
  if (files.length === 0) return null;
  return (
    <ul className={classes.rows}>
      {files.map((file, index) => (
        <li key={file.path} className={classes.row}>
          <Button
            variant="subtle"
            size="compact-sm"
            justify="start"
            aria-label={panelText.editFile(file.path)}
            onClick={() => onOpen(file, index)}
            classNames={{ label: classes.cut ?? '' }}
            ff="monospace"
          >
            {file.path}
          </Button>
          <CloseButton
            aria-label={panelText.removeFile(file.path)}
            disabled={isLocked}
            onClick={() => onRemove(index)}
          />
        </li>
      ))}
    </ul>
  );
}

function readFiles(value: unknown): FileDraft[] {
  if (!Array.isArray(value)) return [];
  return value.map(asFields).map(({ path, content, mode, owner }) => ({
    path: textOf(path) ?? '',
    content: textOf(content) ?? '',
    mode: textOf(mode),
    owner: textOf(owner),
  }));
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

function writeFile({ path, content, mode, owner }: FileDraft): LabValue {
  return {
    path,
    mode: mode === '' ? undefined : mode,
    owner: owner === '' ? undefined : owner,
    content,
  };
}
