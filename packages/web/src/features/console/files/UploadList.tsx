import { Progress, Text } from '@mantine/core';
import { describeError } from '../../../components/describeError.ts';
import classes from './files.module.css';
import { consoleText } from '../consoleText.ts';
import { ToolButton } from '../frame/ToolButton.tsx';
import { printSize } from './fileEntries.ts';
import type { UploadState } from './useUploads.ts';

interface UploadListProps {
  readonly uploads: readonly UploadState[];
  readonly onDismiss: (id: number) => void;
}

const text = consoleText.files;

/** How far each file is. */
export function UploadList({ uploads, onDismiss }: UploadListProps) {
  if (uploads.length === 0) return null;
  return (
    <ul className={classes.uploads} aria-label={text.uploads}>
      {uploads.map(({ id, name, state, sentBytes, totalBytes, error }) => (
        <li key={id}>
          <Text size="xs" truncate dir="auto" title={name} w={220}>
            {name}
          </Text>
          <Progress
            value={totalBytes === 0 ? 100 : (sentBytes / totalBytes) * 100}
            aria-label={name}
            w={160}
            color="ink"
          />
          <Text size="xs" style={{ flex: 1 }} role={state === 'failed' ? 'alert' : undefined}>
            {state === 'failed'
              ? `${text.failedUpload}: ${describeError(error).message}`
              : state === 'waiting'
                ? text.waiting
                : text.progress(printSize(sentBytes), printSize(totalBytes))}
          </Text>
          <ToolButton onClick={() => onDismiss(id)}>
            {state === 'done' || state === 'failed' ? text.dismiss : text.cancel}
          </ToolButton>
        </li>
      ))}
    </ul>
  );
}
