import type { Lab } from '@labcast/api-client';
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useReset } from '../../api/labs.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { labText } from './labText.ts';

/** Which elements go back to how they were; what is there now is kept in a checkpoint. */
export function ResetDialog({ lab, onClose }: { readonly lab: Lab; readonly onClose: () => void }) {
  const names = lab.environment.status.elements
    .filter(({ kind }) => kind !== 'gateway' && kind !== 'app')
    .map(({ name }) => name);
  const [chosen, setChosen] = useState<string[]>(names.length === 1 ? names : []);
  const reset = useReset(lab.environment);
  const text = labText.resetDialog;
  return (
    <Modal opened onClose={onClose} title={text.title}>
      <Stack gap="sm">
        <Text size="sm">{text.text}</Text>
        <Checkbox.Group value={chosen} onChange={setChosen} aria-label={text.title}>
          <Stack gap="xs">
            {names.map((name) => (
              <Checkbox key={name} value={name} label={name} dir="auto" />
            ))}
          </Stack>
        </Checkbox.Group>
        {reset.isError && <ErrorPanel error={reset.error} title={text.failed} />}
        <Group justify="flex-end">
          <Button data-autofocus variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button
            disabled={chosen.length === 0}
            loading={reset.isPending}
            onClick={() => reset.mutate(chosen, { onSuccess: onClose })}
          >
            {chosen.length === 0 ? text.none : text.confirm(chosen, names.length)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
