import { Kbd, Modal, Table } from '@mantine/core';
import type { ReactNode } from 'react';

export interface KeysSection {
  /** None where the dialog's own title says it. */
  readonly title?: string;
  /** Keys and what they do. */
  readonly rows: readonly (readonly [keys: string, what: string])[];
}

interface KeysDialogProps {
  readonly title: string;
  readonly sections: readonly KeysSection[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Below the keys, such as switches that change them. */
  readonly children?: ReactNode;
}

/** The keys of a page. */
export function KeysDialog({ title, sections, isOpen, onClose, children }: KeysDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size="md">
      {sections.map((section) => (
        <Table key={section.title ?? title} mb="md" captionSide="top">
          {section.title !== undefined && <Table.Caption>{section.title}</Table.Caption>}
          <Table.Tbody>
            {section.rows.map(([keys, what]) => (
              <Table.Tr key={keys}>
                <Table.Td w={180}>
                  <Kbd>{keys}</Kbd>
                </Table.Td>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ))}
      {children}
    </Modal>
  );
}
