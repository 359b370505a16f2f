import { Button, Checkbox, Group, List, Stack } from '@mantine/core';
import { useState } from 'react';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { detailText } from '../detail/detailText.ts';
import { actionsText as text } from './actionsText.ts';
import type { FormProps } from './DeedForms.tsx';

interface ResetFormProps extends FormProps {
  readonly elements: readonly string[];
  /** Ticked at first; all when left out. */
  readonly asked?: readonly string[] | undefined;
  readonly count: number;
  /** Empty for all elements. */
  readonly onReset: (elements: readonly string[]) => void;
}

/** What goes back to the release, and that it can be brought back. */
export function ResetForm({ elements, asked, count, onReset, ...form }: ResetFormProps) {
  const [chosen, setChosen] = useState<string[]>([...(asked ?? elements)]);
  const isAll = chosen.length === elements.length;
  return (
    <Stack gap="md">
      <List size="sm">
        {text.resetFacts.map((fact) => (
          <List.Item key={fact}>{fact}</List.Item>
        ))}
      </List>
      {elements.length > 1 && (
        <Checkbox.Group label={text.resetElements} value={chosen} onChange={setChosen}>
          <Group gap="md" mt={4}>
            {elements.map((element) => (
              <Checkbox key={element} value={element} label={element} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      {form.error !== null && <ErrorPanel error={form.error} title={detailText.failed} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" data-autofocus onClick={form.onClose}>
          {text.cancel}
        </Button>
        <Button
          loading={form.isPending}
          disabled={elements.length > 0 && chosen.length === 0}
          onClick={() => onReset(isAll ? [] : chosen)}
        >
          {text.resetDo(count)}
        </Button>
      </Group>
    </Stack>
  );
}
