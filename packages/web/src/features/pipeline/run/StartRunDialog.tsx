import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useStartRun } from '../../../api/pipeline.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { pipelineText } from '../pipelineText.ts';
import { RunFields, type RunDraft } from './RunFields.tsx';

const text = pipelineText.start;
const keepMinutes = 15;

interface StartRunDialogProps {
  readonly assignment: string;
  /** Undefined takes a new one of dev first. */
  readonly checkpoint: number | undefined;
  readonly onClose: () => void;
  readonly onStarted: (run: number) => void;
}

/** What is proved, for how many, and whether it is promoted when it passes. */
export function StartRunDialog(props: StartRunDialogProps) {
  const { assignment, onClose, onStarted } = props;
  const [draft, setDraft] = useState<RunDraft>({
    checkpoint: props.checkpoint,
    students: 30,
    copies: 1,
    approve: false,
    promote: true,
    keepsFailed: true,
  });
  const start = useStartRun(assignment);
  const submit = () => {
    const { checkpoint, keepsFailed, ...rest } = draft;
    start.mutate(
      {
        ...rest,
        ...(checkpoint !== undefined && { checkpoint }),
        keepFailedMinutes: keepsFailed ? keepMinutes : 0,
      },
      {
        onSuccess: ({ number }) => {
          onStarted(number);
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={text.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{text.hint}</Text>
          <RunFields
            assignment={assignment}
            draft={draft}
            onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          />
          {start.isError && <ErrorPanel error={start.error} title={text.refused} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={start.isPending}>
              {text.run}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
