import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { ErrorPanel } from './ErrorPanel.tsx';

interface ConfirmByNameProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What is to be typed. */
  readonly name: string;
  /** The deed, such as `Delete this course`: title and button. */
  readonly deed: string;
  /** What goes, in numbers. */
  readonly facts: readonly string[];
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
}

/** For what cannot be undone and takes people's work: the name has to be typed. The safe button has the focus. */
export function ConfirmByName({ isOpen, onClose, deed, ...rest }: ConfirmByNameProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={deed} size="md">
      <Question deed={deed} onClose={onClose} {...rest} />
    </Modal>
  );
}

function Question({
  name,
  deed,
  facts,
  isPending,
  error,
  onConfirm,
  onClose,
}: Omit<ConfirmByNameProps, 'isOpen'>) {
  const [typed, setTyped] = useState('');
  const isRight = typed.normalize('NFC').trim() === name;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isRight && !isPending) onConfirm();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {error !== null && error !== undefined && <ErrorPanel error={error} title="Not deleted" />}
        <List size="sm">
          {facts.map((fact) => (
            <List.Item key={fact}>{fact}</List.Item>
          ))}
        </List>
        <TextInput
          label="Type the name to confirm"
          description={
            <Text
              span
              size="sm"
              c="var(--labcast-ink)"
              dir="auto"
              style={{ overflowWrap: 'anywhere' }}
            >
              {name}
            </Text>
          }
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" data-autofocus onClick={onClose}>
            Keep it
          </Button>
          <Button type="submit" loading={isPending} disabled={!isRight}>
            {deed}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
