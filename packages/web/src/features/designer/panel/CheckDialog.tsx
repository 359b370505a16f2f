import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { checkCheck, type CheckDraft } from './checkDraft.ts';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';

interface CheckDialogProps {
  readonly draft: CheckDraft;
  readonly elements: readonly string[];
  readonly isLocked: boolean;
  /** Names of the other checks. */
  readonly taken: readonly string[];
  readonly onSave: (check: CheckDraft) => void;
  readonly onClose: () => void;
}

/** One check: a command and what it has to give. */
export function CheckDialog(props: CheckDialogProps) {
  const { elements, isLocked, taken, onClose, onSave } = props;
  const [check, setCheck] = useState(props.draft);
  const [wasTried, setTried] = useState(false);
  const errors = wasTried ? checkCheck(check, taken) : {};
  const set = (part: Partial<CheckDraft>) => setCheck({ ...check, ...part });
  const field = (key: 'name' | 'exitCode' | 'output' | 'timeout' | 'step') => ({
    value: check[key] ?? '',
    error: errors[key],
    disabled: isLocked,
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ [key]: event.currentTarget.value }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(checkCheck(check, taken)).length === 0) onSave(check);
  };
  return (
    <Modal opened onClose={onClose} title={panelText.check} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={panelText.checkName}
            description={panelText.checkNameHint}
            dir="auto"
            {...field('name')}
          />
          <Select
            label={panelText.checkOn}
            data={[...elements]}
            value={check.on}
            allowDeselect={false}
            disabled={isLocked}
            onChange={(on) => on !== null && set({ on })}
          />
          <Textarea
            label={panelText.checkRun}
            placeholder="curl -fsS http://localhost/"
            value={check.run}
            error={errors.run}
            disabled={isLocked}
            onChange={(event) => set({ run: event.currentTarget.value })}
            autosize
            maxRows={10}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          />
          <div className={classes.pair}>
            <TextInput label={panelText.checkExit} placeholder="0" {...field('exitCode')} />
            <TextInput label={panelText.checkTimeout} placeholder="10s" {...field('timeout')} />
          </div>
          <div className={classes.pair}>
            <TextInput label={panelText.checkOutput} {...field('output')} />
            <TextInput label={panelText.checkStep} {...field('step')} />
          </div>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {panelText.cancel}
            </Button>
            <Button type="submit" disabled={isLocked}>
              {panelText.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
