import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useLetterKeys } from '../canvas/useLetterKeys.ts';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';

interface HelpDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All keys, and what of the page is a matter of taste. */
export function HelpDialog({ isOpen, onClose }: HelpDialogProps) {
  const [hasLetters, setLetters] = useLetterKeys();
  const { collectsAll, setCollectsAll, mayEdit } = useDesign();
  return (
    <Modal opened={isOpen} onClose={onClose} title={designText.help.title} size="md">
      <Table mb="md">
        <Table.Tbody>
          {designText.help.rows.map(([keys, what]) => (
            <Table.Tr key={keys}>
              <Table.Td w={180}>
                <Kbd>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mb="sm"
        label={designText.help.letters}
        checked={hasLetters}
        onChange={(event) => setLetters(event.currentTarget.checked)}
      />
      {mayEdit && (
        <Switch
          label={designText.plan.collect}
          checked={collectsAll}
          onChange={(event) => setCollectsAll(event.currentTarget.checked)}
        />
      )}
    </Modal>
  );
}
