import type { Upload } from '@labcast/api-client';
import { printSize, type State } from '@labcast/domain';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { uploadsQuery, useRemoveUpload } from '../../api/uploads.ts';
import { Answer } from '../../components/Answer.tsx';
import type { Column } from '../../components/Column.ts';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Moment } from '../../components/Moment.tsx';
import { RecordTable } from '../../components/RecordTable.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { UploadForm } from './UploadForm.tsx';
import { uploadText } from './uploadText.ts';

/** Disks that people bring: those that are there, and a new one. */
export function Uploads() {
  const uploads = useQuery(uploadsQuery);
  return (
    <Stack gap="md" component="section">
      <Title order={2}>{uploadText.title}</Title>
      <Text size="sm">{uploadText.text}</Text>
      <Answer query={uploads} loading={uploadText.loading} unread={uploadText.unread} lines={2}>
        {(read) => (
          <>
            {read.uploads.length === 0 ? (
              <Text>{uploadText.none}</Text>
            ) : (
              <UploadTable uploads={read.uploads} />
            )}
            <UploadForm uploads={read.uploads} />
          </>
        )}
      </Answer>
    </Stack>
  );
}

const shownAs: Record<Upload['state'], State> = {
  receiving: 'waiting',
  checking: 'starting',
  ready: 'ready',
  failed: 'failed',
  removing: 'deleting',
};

function UploadTable({ uploads }: { readonly uploads: readonly Upload[] }) {
  const remove = useRemoveUpload();
  const { columns: titles } = uploadText;
  const columns: Column<Upload>[] = [
    { title: titles.image, isName: true, show: ({ image }) => <code>{image}</code> },
    { title: titles.owner, show: ({ owner }) => <bdi>{owner}</bdi> },
    { title: titles.size, show: ({ sizeBytes, format }) => `${printSize(sizeBytes)} ${format}` },
    {
      title: titles.state,
      width: '36%',
      show: (upload) => (
        <>
          <StateBadge state={shownAs[upload.state]} word={describeState(upload)} />
          {upload.error !== undefined && <Text size="sm">{upload.error}</Text>}
        </>
      ),
    },
    { title: titles.at, show: ({ createdAt }) => <Moment at={createdAt} /> },
    {
      title: titles.actions,
      show: ({ id, image }) => (
        <ConfirmButton
          question={uploadText.removeQuestion}
          aria-label={uploadText.removeOf(image)}
          onConfirm={() => remove.mutate(id)}
        >
          {uploadText.remove}
        </ConfirmButton>
      ),
    },
  ];
  return (
    <>
      {remove.isError && <ErrorPanel error={remove.error} title={uploadText.notRemoved} />}
      <RecordTable
        label={uploadText.title}
        rows={uploads}
        columns={columns}
        keyOf={({ id }) => id}
        minWidth={760}
      />
    </>
  );
}

function describeState({ state, receivedBytes, sizeBytes }: Upload): string {
  const word = uploadText.states[state];
  if (state !== 'receiving') return word;
  return `${word}, ${uploadText.of(printSize(receivedBytes), printSize(sizeBytes))}`;
}
