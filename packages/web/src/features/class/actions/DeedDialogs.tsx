import { Button, Checkbox, Group, List, Modal, NumberInput, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ConfirmByName } from '../../../components/ConfirmByName.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { classText } from '../classText.ts';
import type { Deeds } from './useDeeds.ts';

const text = classText.actions;

interface DeedDialogsProps {
  readonly deeds: Deeds;
  /** Typed before labs are deleted. */
  readonly assignmentName: string;
  readonly elements: readonly string[];
  /** Of those that would be deleted. */
  readonly deleteFacts: (environments: readonly string[]) => readonly string[];
}

/** The words that some deeds need first. */
export function DeedDialogs({ deeds, assignmentName, elements, deleteFacts }: DeedDialogsProps) {
  const { asked, close, act, answer } = deeds;
  const environments = asked?.environments ?? [];
  const count = environments.length;
  const all = { environments: [...environments] };
  const error = answer.error;
  return (
    <>
      <Dialog
        isOpen={asked?.question === 'message'}
        title={text.messageTitle(count)}
        onClose={close}
      >
        <MessageForm
          error={error}
          isPending={answer.isPending}
          onClose={close}
          onSend={(words) => act({ action: 'message', ...all, text: words })}
        />
      </Dialog>
      <Dialog isOpen={asked?.question === 'extend'} title={text.extendTitle(count)} onClose={close}>
        <ExtendForm
          error={error}
          isPending={answer.isPending}
          onClose={close}
          onGive={(minutes) => act({ action: 'extend', ...all, minutes })}
        />
      </Dialog>
      <Dialog isOpen={asked?.question === 'reset'} title={text.resetTitle(count)} onClose={close}>
        <ResetForm
          error={error}
          elements={elements}
          count={count}
          isPending={answer.isPending}
          onClose={close}
          onReset={(some) =>
            act({ action: 'reset', ...all, ...(some.length > 0 && { elements: [...some] }) })
          }
        />
      </Dialog>
      <Dialog isOpen={asked?.question === 'stop'} title={text.stopTitle(count)} onClose={close}>
        <List size="sm" mb="md">
          <List.Item>{text.stopFact}</List.Item>
        </List>
        {error !== null && <ErrorPanel error={error} title={classText.detail.failed} />}
        <Buttons onClose={close} isPending={answer.isPending}>
          <Button loading={answer.isPending} onClick={() => act({ action: 'stop', ...all })}>
            {text.stopDo(count)}
          </Button>
        </Buttons>
      </Dialog>
      <ConfirmByName
        isOpen={asked?.question === 'delete'}
        onClose={close}
        name={assignmentName}
        deed={text.deleteDeed(count)}
        facts={deleteFacts(environments)}
        isPending={answer.isPending}
        error={error}
        onConfirm={() => act({ action: 'delete', ...all, confirm: String(count) })}
      />
    </>
  );
}

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Dialog({ isOpen, title, onClose, children }: DialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      {children}
    </Modal>
  );
}

interface FormProps {
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onClose: () => void;
}

function Buttons({
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

function MessageForm({ onSend, ...form }: FormProps & { onSend: (words: string) => void }) {
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
      {form.error !== null && <ErrorPanel error={form.error} title={classText.detail.failed} />}
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

function ExtendForm({ onGive, ...form }: FormProps & { onGive: (minutes: number) => void }) {
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
      {form.error !== null && <ErrorPanel error={form.error} title={classText.detail.failed} />}
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

interface ResetFormProps extends FormProps {
  readonly elements: readonly string[];
  readonly count: number;
  /** Empty for all elements. */
  readonly onReset: (elements: readonly string[]) => void;
}

function ResetForm({ elements, count, onReset, ...form }: ResetFormProps) {
  const [chosen, setChosen] = useState<string[]>([...elements]);
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
      {form.error !== null && <ErrorPanel error={form.error} title={classText.detail.failed} />}
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
