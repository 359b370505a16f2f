import type { ClassPolicy, ClassPolicyRequest } from '@labcast/api-client';
import { Button, Checkbox, Group, Modal, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useFreezeClass, useSetPolicy } from '../../../api/class.ts';
import { ConfirmButton } from '../../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { LocalTimeField, timeZone } from '../../../components/LocalTimeField.tsx';
import { detailText } from '../detail/detailText.ts';
import { settingsText as text } from './settingsText.ts';

interface PolicyDialogProps {
  readonly assignment: string;
  readonly policy: ClassPolicy;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Deadline, exam and idle stop of the whole class. */
export function PolicyDialog({ isOpen, onClose, ...rest }: PolicyDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={text.title}>
      <PolicyForm onClose={onClose} {...rest} />
    </Modal>
  );
}

function PolicyForm({ assignment, policy, onClose }: Omit<PolicyDialogProps, 'isOpen'>) {
  const [deadline, setDeadline] = useState(policy.deadline);
  const [idle, setIdle] = useState<number | string>(policy.idleMinutes ?? '');
  const [exam, setExam] = useState(policy.exam);
  const save = useSetPolicy(assignment);
  const freeze = useFreezeClass(assignment);
  const minutes = Number(idle);
  const next: ClassPolicyRequest = {
    deadline: deadline ?? null,
    idleMinutes: minutes > 0 ? minutes : null,
    exam: exam ?? null,
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(next, { onSuccess: onClose });
      }}
    >
      <Stack gap="lg">
        <LocalTimeField
          label={text.deadline}
          description={text.deadlineHint(timeZone())}
          value={deadline}
          onChange={setDeadline}
        />
        <NumberInput
          label={text.idle}
          description={text.idleHint}
          min={5}
          max={10_080}
          allowDecimal={false}
          value={idle}
          onChange={setIdle}
        />
        <div>
          <Checkbox
            label={text.exam}
            description={text.examHint}
            checked={exam !== undefined}
            onChange={(event) => setExam(event.currentTarget.checked ? {} : undefined)}
          />
          {exam && (
            <Group grow mt="sm" align="start">
              <LocalTimeField
                label={text.examStart}
                value={exam.startsAt}
                onChange={(startsAt) => setExam(withTime(exam, 'startsAt', startsAt))}
              />
              <LocalTimeField
                label={text.examEnd}
                value={exam.endsAt}
                onChange={(endsAt) => setExam(withTime(exam, 'endsAt', endsAt))}
              />
            </Group>
          )}
        </div>
        {save.isError && <ErrorPanel error={save.error} title={text.refused} />}
        {freeze.isError && <ErrorPanel error={freeze.error} title={detailText.failed} />}
        <Group justify="space-between">
          <ConfirmButton
            question={text.freezeQuestion}
            onConfirm={() => freeze.mutate(undefined, { onSuccess: onClose })}
          >
            {text.freeze}
          </ConfirmButton>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {text.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

type Exam = NonNullable<ClassPolicy['exam']>;

/** Without the key when there is no time. */
function withTime(exam: Exam, key: keyof Exam, time: string | undefined): Exam {
  const rest = Object.entries(exam).filter(([name]) => name !== key);
  return Object.fromEntries(time === undefined ? rest : [...rest, [key, time]]);
}
