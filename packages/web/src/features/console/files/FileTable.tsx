import { Anchor, Table, UnstyledButton } from '@mantine/core';
import { IconFile, IconFolder } from '@tabler/icons-react';
import type { ElementAddress } from '../../../api/consoles.ts';
import classes from './files.module.css';
import { consoleText } from '../consoleText.ts';
import { joinPath, printSize, type FileEntry } from './fileEntries.ts';
import { filesUrl } from './filesQuery.ts';

interface FileTableProps {
  readonly address: ElementAddress;
  readonly folder: string;
  readonly entries: readonly FileEntry[];
  readonly onOpen: (path: string) => void;
}

const text = consoleText.files;
const icons = { file: IconFile, directory: IconFolder, other: IconFile };

/** Folders open, files are downloaded. */
export function FileTable({ address, folder, entries, onOpen }: FileTableProps) {
  return (
    <Table className={classes.files} highlightOnHover verticalSpacing={2} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.name}</Table.Th>
          <Table.Th w={110}>{text.size}</Table.Th>
          <Table.Th w={190}>{text.changed}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map(({ name, kind, sizeBytes, modifiedAt }) => {
          const path = joinPath(folder, name);
          const Icon = icons[kind];
          const label = (
            <>
              <Icon aria-hidden size={16} stroke={1.5} />
              <span dir="auto">{name}</span>
            </>
          );
          return (
            <Table.Tr key={name}>
              <Table.Td className={classes.fileName}>
                {kind === 'file' ? (
                  <Anchor
                    size="sm"
                    underline="hover"
                    href={filesUrl(address, path, true)}
                    download={name}
                    title={text.download(name)}
                  >
                    {label}
                  </Anchor>
                ) : (
                  <UnstyledButton
                    fz="sm"
                    title={name}
                    disabled={kind === 'other'}
                    onClick={() => onOpen(path)}
                  >
                    {label}
                  </UnstyledButton>
                )}
              </Table.Td>
              <Table.Td>{kind === 'file' && printSize(sizeBytes)}</Table.Td>
              <Table.Td>{new Date(modifiedAt).toLocaleString()}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
