import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { checkFile, type FileDraft } from './checkFile.ts';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';

export type { FileDraft } from './checkFile.ts';

interface FileDialogProps {
  readonly draft: FileDraft;
  readonly hasOwner: boolean;
  readonly isLocked: boolean;
  readonly taken: readonly string[];
  readonly onSave: (file: FileDraft) => void;
  readonly onClose: () => void;
}

/** One file: where it goes, whose it is, and what is in it. */
export function FileDialog(props: FileDialogProps) {
  const { hasOwner, isLocked, taken, onClose, onSave } = props;
  const [file, setFile] = useState(props.draft);
  const [wasTried, setTried] = useState(false);
  const errors = wasTried ? checkFile(file, taken) : {};
  const set = (part: Partial<FileDraft>) => setFile({ ...file, ...part });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(checkFile(file, taken)).length === 0) onSave(file);
  };
  return (
    <Modal opened onClose={onClose} title={panelText.file} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={panelText.path}
            placeholder="/etc/motd"
            value={file.path}
            error={errors.path}
            disabled={isLocked}
            onChange={(event) => set({ path: event.currentTarget.value })}
          />
          <div className={classes.pair}>
            <TextInput
              label={panelText.mode}
              placeholder="0644"
              value={file.mode ?? ''}
              error={errors.mode}
              disabled={isLocked}
              onChange={(event) => set({ mode: event.currentTarget.value })}
            />
            {hasOwner && (
              <TextInput
                label={panelText.owner}
                placeholder="root"
                value={file.owner ?? ''}
                error={errors.owner}
                disabled={isLocked}
                onChange={(event) => set({ owner: event.currentTarget.value })}
              />
            )}
          </div>
          <Textarea
            label={panelText.content}
            value={file.content}
            disabled={isLocked}
            onChange={(event) => set({ content: event.currentTarget.value })}
            autosize
            minRows={10}
            maxRows={22}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {panelText.cancel}
            </Button>
            <Button type="submit" disabled={isLocked}>
              {panelText.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
