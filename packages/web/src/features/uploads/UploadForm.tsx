import type { Upload } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Button, FileButton, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { isImageName, suggestImageName } from './suggestImageName.ts';
import type { UploadProgress } from './uploadFile.ts';
import { uploadText } from './uploadText.ts';
import { useUpload } from './useUpload.ts';

/** Chooses a disk and sends it, with what goes on meanwhile. */
export function UploadForm({ uploads }: { readonly uploads: readonly Upload[] }) {
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState('');
  const [wasTried, setTried] = useState(false);
  const upload = useUpload(uploads);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!file || !isImageName(name)) return;
    upload.start(file, name, () => {
      setFile(null);
      setTried(false);
    });
  };
  const choose = (chosen: File | null) => {
    setFile(chosen);
    if (chosen) setName(suggestImageName(chosen.name));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={560}>
        {upload.error && <ErrorPanel error={upload.error} title={uploadText.failed} />}
        <ChosenFile file={file} isFixed={upload.isPending} onChoose={choose} />
        {wasTried && !file && <Text role="alert">{uploadText.needed}</Text>}
        {file && (
          <TextInput
            label={uploadText.name}
            description={uploadText.nameHint}
            spellCheck={false}
            autoCapitalize="none"
            value={name}
            disabled={upload.isPending}
            onChange={(event) => setName(event.currentTarget.value)}
            error={!isImageName(name) && uploadText.nameHint}
          />
        )}
        {file && upload.progress && <Meanwhile size={file.size} progress={upload.progress} />}
        <Group gap="sm">
          <Button type="submit" variant="default" loading={upload.isPending}>
            {uploadText.upload}
          </Button>
          {upload.isPending && (
            <Button variant="default" onClick={upload.stop}>
              {uploadText.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface ChosenFileProps {
  readonly file: File | null;
  readonly isFixed: boolean;
  readonly onChoose: (file: File | null) => void;
}

function ChosenFile({ file, isFixed, onChoose }: ChosenFileProps) {
  return (
    <Group gap="sm">
      <FileButton accept=".qcow2,.img,.raw,.iso" onChange={onChoose}>
        {(props) => (
          <Button {...props} variant="default" disabled={isFixed}>
            {uploadText.choose}
          </Button>
        )}
      </FileButton>
      {file && (
        <Text size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {uploadText.chosen(file.name, printSize(file.size))}
        </Text>
      )}
    </Group>
  );
}

function Meanwhile({ size, progress }: { size: number; progress: UploadProgress }) {
  const { stage, doneBytes } = progress;
  return (
    <div>
      <Text size="sm" aria-live="polite">
        {uploadText[stage]}, {uploadText.of(printSize(doneBytes), printSize(size))}
      </Text>
      <Progress value={(100 * doneBytes) / Math.max(1, size)} aria-label={uploadText[stage]} />
    </div>
  );
}
