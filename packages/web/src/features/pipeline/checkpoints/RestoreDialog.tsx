import type { Checkpoint } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Button, Group, List, Modal, Stack } from '@mantine/core';
import { useRestore } from '../../../api/tasks.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { pipelineText } from '../pipelineText.ts';

const text = pipelineText.checkpoints;

interface RestoreDialogProps {
  readonly assignment: string;
  readonly checkpoint: Checkpoint;
  readonly onClose: () => void;
}

/** What restoring means in numbers, before it happens. The safe button has the focus. */
export function RestoreDialog({ assignment, checkpoint, onClose }: RestoreDialogProps) {
  const { number, source, usage } = checkpoint;
  const restore = useRestore({ assignment, environment: source });
  return (
    <Modal opened onClose={onClose} title={text.restoreTitle(number, source)}>
      <Stack gap="md">
        <List size="sm">
          {text.restoreFacts(source).map((fact) => (
            <List.Item key={fact}>{fact}</List.Item>
          ))}
          {usage.length > 0 && (
            <List.Item>
              {usage.map(({ name, diskBytes }) => `${name} ${printSize(diskBytes)}`).join(', ')}
            </List.Item>
          )}
        </List>
        {restore.isError && <ErrorPanel error={restore.error} title={text.notRestored} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" data-autofocus onClick={onClose}>
            {text.cancel}
          </Button>
          <Button
            loading={restore.isPending}
            onClick={() => restore.mutate(number, { onSuccess: onClose })}
          >
            {text.restoreDo(number)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
