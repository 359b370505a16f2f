import { Button, Group, List, Modal, Stack } from '@mantine/core';
import { useGoBack } from '../../../api/pipeline.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { pipelineText } from '../pipelineText.ts';

const text = pipelineText.releases;

interface GoBackDialogProps {
  readonly assignment: string;
  readonly release: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What going back means, before it happens. The safe button has the focus. */
export function GoBackDialog({ assignment, release, isOpen, onClose }: GoBackDialogProps) {
  const goBack = useGoBack(assignment, release);
  return (
    <Modal opened={isOpen} onClose={onClose} title={text.goBackTitle(release)}>
      <Stack gap="md">
        <List size="sm">
          {text.goBackFacts(release).map((fact) => (
            <List.Item key={fact}>{fact}</List.Item>
          ))}
        </List>
        {goBack.isError && <ErrorPanel error={goBack.error} title={text.notBack} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" data-autofocus onClick={onClose}>
            {text.cancel}
          </Button>
          <Button
            loading={goBack.isPending}
            onClick={() => goBack.mutate(undefined, { onSuccess: onClose })}
          >
            {text.goBack(release)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
