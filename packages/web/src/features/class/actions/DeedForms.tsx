import { Button, Group, NumberInput, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { detailText } from '../detail/detailText.ts';
import { actionsText as text } from './actionsText.ts';

export interface FormProps {
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onClose: () => void;
}

/** The safe one first; the deed comes as a child. */
export function Buttons({
  onClose,
  children,
}: Pick<FormProps, 'onClose' | 'isPending'> & { readonly children: ReactNode }) {
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onClose}>
        {text.cancel}
      </Button>
      {children}
    </Group>
  );
}

/** What is told to them. */
export function MessageForm({ onSend, ...form }: FormProps & { onSend: (words: string) => void }) {
  const [words, setWords] = useState('');
  return (
    <Stack gap="md">
      <Textarea
        label={text.messageLabel}
        description={text.messageHint}
        data-autofocus
        autosize
        minRows={3}
        maxLength={1000}
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {form.error !== null && <ErrorPanel error={form.error} title={detailText.failed} />}
      <Buttons {...form}>
        <Button
          loading={form.isPending}
          disabled={words.trim() === ''}
          onClick={() => onSend(words.trim())}
        >
          {text.messageDo}
        </Button>
      </Buttons>
    </Stack>
  );
}

/** How much more time they get. */
export function ExtendForm({ onGive, ...form }: FormProps & { onGive: (minutes: number) => void }) {
  const [minutes, setMinutes] = useState<number | string>(15);
  return (
    <Stack gap="md">
      <NumberInput
        label={text.extendLabel}
        data-autofocus
        min={1}
        max={100_000}
        allowDecimal={false}
        value={minutes}
        onChange={setMinutes}
      />
      {form.error !== null && <ErrorPanel error={form.error} title={detailText.failed} />}
      <Buttons {...form}>
        <Button
          loading={form.isPending}
          disabled={Number(minutes) < 1}
          onClick={() => onGive(Number(minutes))}
        >
          {text.extendDo}
        </Button>
      </Buttons>
    </Stack>
  );
}
