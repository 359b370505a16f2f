import type { Images } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Stack, Text } from '@mantine/core';
import type { Column } from '../../components/Column.ts';
import { CommandLine } from '../../components/CommandLine.tsx';
import { RecordTable } from '../../components/RecordTable.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { adminText } from './adminText.ts';

type Image = Images['images'][number];

const sizesOf = ({ cpu, memoryBytes, storageBytes }: Image['minimum']) =>
  adminText.sizes(cpu, printSize(memoryBytes), printSize(storageBytes));

const { imageColumns: titles } = adminText;
const columns: Column<Image>[] = [
  { title: titles.name, isName: true, show: ({ name }) => <code>{name}</code> },
  { title: titles.kind, show: ({ kind }) => adminText.kinds[kind] },
  { title: titles.what, width: '32%', show: ({ summary }) => summary },
  { title: titles.minimum, show: ({ minimum }) => sizesOf(minimum) },
  { title: titles.recommended, show: ({ recommended }) => sizesOf(recommended) },
  {
    title: titles.state,
    show: ({ ready }) => (
      <StateBadge
        state={ready ? 'ready' : 'stopped'}
        word={ready ? adminText.ready : adminText.notReady}
      />
    ),
  },
];

/** What labs can be made of, with what each needs. */
export function ImageTable({ images }: { readonly images: readonly Image[] }) {
  const isMissing = images.some(({ ready }) => !ready);
  return (
    <Stack gap="md">
      <RecordTable
        label={adminText.images}
        rows={images}
        columns={columns}
        keyOf={({ name }) => name}
        minWidth={820}
      />
      {isMissing && (
        <Stack gap={4} align="flex-start">
          <Text size="sm">{adminText.buildHint}</Text>
          <CommandLine command={adminText.build} />
        </Stack>
      )}
    </Stack>
  );
}
