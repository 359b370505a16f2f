import type { Upload } from '@labcast/api-client';
import { printSize, type State } from '@labcast/domain';
import { ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { uploadsQuery, useRemoveUpload } from '../../api/uploads.ts';
import { Answer } from '../../components/Answer.tsx';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Moment } from '../../components/Moment.tsx';
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
  return (
    <>
      {remove.isError && <ErrorPanel error={remove.error} title={uploadText.notRemoved} />}
      <ScrollArea>
        <Table fz="sm" miw={760}>
          <Table.Thead>
            <Table.Tr>
              {Object.values(uploadText.columns).map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {uploads.map((upload) => (
              <Table.Tr key={upload.id}>
                <Table.Td ff="monospace">{upload.image}</Table.Td>
                <Table.Td dir="auto">{upload.owner}</Table.Td>
                <Table.Td>
                  {printSize(upload.sizeBytes)} {upload.format}
                </Table.Td>
                <Table.Td maw={320}>
                  <StateBadge state={shownAs[upload.state]} word={describeState(upload)} />
                  {upload.error !== undefined && <Text size="sm">{upload.error}</Text>}
                </Table.Td>
                <Table.Td>
                  <Moment at={upload.createdAt} />
                </Table.Td>
                <Table.Td>
                  <ConfirmButton
                    question={uploadText.removeQuestion}
                    aria-label={uploadText.removeOf(upload.image)}
                    onConfirm={() => remove.mutate(upload.id)}
                  >
                    {uploadText.remove}
                  </ConfirmButton>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </>
  );
}

function describeState({ state, receivedBytes, sizeBytes }: Upload): string {
  const word = uploadText.states[state];
  if (state !== 'receiving') return word;
  return `${word}, ${uploadText.of(printSize(receivedBytes), printSize(sizeBytes))}`;
}
