import type { Checkpoint } from '@labcast/api-client';
import { mostStudents } from '@labcast/domain';
import { Checkbox, Group, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { checkpointsQuery } from '../../../api/pipeline.ts';
import { pipelineText } from '../pipelineText.ts';

const text = pipelineText.start;
const mostCopies = 8;

export interface RunDraft {
  /** Undefined takes a new one of dev first. */
  readonly checkpoint: number | undefined;
  readonly students: number;
  readonly copies: number;
  readonly approve: boolean;
  readonly promote: boolean;
  readonly keepsFailed: boolean;
}

interface RunFieldsProps {
  readonly assignment: string;
  readonly draft: RunDraft;
  readonly onChange: (part: Partial<RunDraft>) => void;
}

export function RunFields({ assignment, draft, onChange }: RunFieldsProps) {
  const checkpoints = useQuery(checkpointsQuery(assignment)).data?.checkpoints ?? [];
  const tick = (key: 'approve' | 'promote' | 'keepsFailed') => ({
    checked: draft[key],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      onChange({ [key]: event.currentTarget.checked }),
  });
  const count = (key: 'students' | 'copies', max: number) => ({
    label: text[key],
    min: 1,
    max,
    allowDecimal: false,
    value: draft[key],
    onChange: (value: number | string) => onChange({ [key]: Math.max(1, Number(value) || 1) }),
  });
  return (
    <>
      <Select
        label={text.checkpoint}
        allowDeselect={false}
        data={listChoices(checkpoints)}
        value={draft.checkpoint === undefined ? '' : String(draft.checkpoint)}
        onChange={(value) => onChange({ checkpoint: value ? Number(value) : undefined })}
      />
      <Group grow align="start">
        <NumberInput {...count('students', mostStudents)} />
        <NumberInput {...count('copies', mostCopies)} />
      </Group>
      <Checkbox label={text.promote} {...tick('promote')} />
      {draft.promote && <Checkbox label={text.approve} {...tick('approve')} />}
      <Checkbox label={text.keep} {...tick('keepsFailed')} />
    </>
  );
}

/** A new one, or one of dev's that is not lost. */
function listChoices(checkpoints: readonly Checkpoint[]) {
  const usable = checkpoints.filter(
    ({ state, source }) => state !== 'failed' && state !== 'deleting' && source === 'dev',
  );
  return [
    { value: '', label: text.newCheckpoint },
    ...usable.map(({ number, note }) => ({
      value: String(number),
      label: [pipelineText.checkpoint(number), note].filter(Boolean).join(', '),
    })),
  ];
}
