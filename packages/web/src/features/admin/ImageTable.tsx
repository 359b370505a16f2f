import type { Images } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { ScrollArea, Stack, Table, Text } from '@mantine/core';
import { CommandLine } from '../../components/CommandLine.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { adminText } from './adminText.ts';

type Image = Images['images'][number];

const sizesOf = ({ cpu, memoryBytes, storageBytes }: Image['minimum']) =>
  adminText.sizes(cpu, printSize(memoryBytes), printSize(storageBytes));

/** What labs can be made of, with what each needs. */
export function ImageTable({ images }: { readonly images: readonly Image[] }) {
  const isMissing = images.some(({ ready }) => !ready);
  return (
    <Stack gap="md">
      <ScrollArea viewportProps={{ tabIndex: 0 }}>
        <Table fz="sm" miw={820}>
          <Table.Thead>
            <Table.Tr>
              {Object.values(adminText.imageColumns).map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {images.map((image) => (
              <Table.Tr key={image.name}>
                <Table.Td ff="monospace">{image.name}</Table.Td>
                <Table.Td>{adminText.kinds[image.kind]}</Table.Td>
                <Table.Td maw={320}>{image.summary}</Table.Td>
                <Table.Td>{sizesOf(image.minimum)}</Table.Td>
                <Table.Td>{sizesOf(image.recommended)}</Table.Td>
                <Table.Td>
                  <StateBadge
                    state={image.ready ? 'ready' : 'stopped'}
                    word={image.ready ? adminText.ready : adminText.notReady}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      {isMissing && (
        <Stack gap={4} align="flex-start">
          <Text size="sm">{adminText.buildHint}</Text>
          <CommandLine command={adminText.build} />
        </Stack>
      )}
    </Stack>
  );
}
