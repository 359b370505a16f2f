import {
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { needsText } from './newAssignmentText.ts';
import type { NeedsForm } from './toPlainNeeds.ts';

interface NeedsFieldsProps {
  readonly form: NeedsForm;
  readonly onChange: (part: Partial<NeedsForm>) => void;
}

/** What the class needs, in plain words. */
export function NeedsFields({ form, onChange }: NeedsFieldsProps) {
  const count = (key: 'students' | 'containers' | 'nodes', label: string, most: number) => (
    <NumberInput
      label={label}
      min={key === 'students' ? 1 : 0}
      max={most}
      allowDecimal={false}
      allowNegative={false}
      maw={320}
      value={form[key]}
      onChange={(value) => onChange({ [key]: Number(value) || 0 })}
    />
  );
  const choice = (key: 'desktop' | 'vm' | 'webserver' | 'internet') => (
    <Checkbox
      label={needsText[key]}
      checked={form[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.checked })}
    />
  );
  return (
    <Stack gap="lg">
      {count('students', needsText.students, 5000)}
      <Fieldset legend={needsText.each} variant="unstyled" p={0} m={0}>
        <Stack gap="md" mt="xs">
          {count('containers', needsText.containers, 50)}
          {choice('desktop')}
          {choice('vm')}
          {choice('webserver')}
          {count('nodes', needsText.cluster, 9)}
          {choice('internet')}
        </Stack>
      </Fieldset>
      <Sizes form={form} onChange={onChange} />
    </Stack>
  );
}

function Sizes({ form, onChange }: NeedsFieldsProps) {
  return (
    <div>
      <Text size="sm" fw={600} mb={4} id="needs-sizes">
        {needsText.sizes}
      </Text>
      <SegmentedControl
        aria-labelledby="needs-sizes"
        value={form.hasOwnSizes ? 'own' : 'usual'}
        onChange={(value) => onChange({ hasOwnSizes: value === 'own' })}
        data={[
          { value: 'usual', label: needsText.usual },
          { value: 'own', label: needsText.own },
        ]}
      />
      {form.hasOwnSizes && (
        <Group gap="sm" mt="sm" align="flex-start">
          <TextInput
            label={needsText.cpu}
            w={96}
            value={form.cpu}
            onChange={(event) => onChange({ cpu: event.currentTarget.value })}
          />
          <TextInput
            label={needsText.memory}
            w={128}
            placeholder={needsText.memoryHint}
            value={form.memory}
            onChange={(event) => onChange({ memory: event.currentTarget.value })}
          />
          <TextInput
            label={needsText.storage}
            w={128}
            placeholder={needsText.storageHint}
            value={form.storage}
            onChange={(event) => onChange({ storage: event.currentTarget.value })}
          />
        </Group>
      )}
    </div>
  );
}
