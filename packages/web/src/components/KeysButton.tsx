import { Button, Kbd, Modal, Table } from '@mantine/core';
import { useState } from 'react';

interface KeysButtonProps {
  readonly label: string;
  readonly title: string;
  /** Keys and what they do. */
  readonly rows: readonly (readonly [keys: string, what: string])[];
}

/** Shows the keys of a page. */
export function KeysButton({ label, title, rows }: KeysButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={title}>
        <Table>
          <Table.Tbody>
            {rows.map(([keys, what]) => (
              <Table.Tr key={keys}>
                <Table.Td w={140}>
                  <Kbd>{keys}</Kbd>
                </Table.Td>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </>
  );
}
