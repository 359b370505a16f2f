import type { AssignmentOrigin, Course } from '@labcast/api-client';
import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type SubmitEvent } from 'react';
import { useCreateAssignment } from '../../api/courses.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { originKinds, type OriginKind } from '../../routes/parseNewAssignmentSearch.ts';
import { validateName } from '../courses/validateName.ts';
import { AssignmentOriginField } from './AssignmentOriginField.tsx';
import { NeedsOrigin } from './NeedsOrigin.tsx';
import { newAssignmentText } from './newAssignmentText.ts';
import type { OriginProps } from './origin.ts';
import { ScenarioOrigin } from './ScenarioOrigin.tsx';
import { TypeOrigin } from './TypeOrigin.tsx';

interface NewAssignmentFormProps {
  readonly course: Course;
  readonly from: OriginKind;
  readonly onFrom: (from: OriginKind) => void;
}

/** A name, and what it begins with. Creating leads to the design. */
export function NewAssignmentForm({ course, from, onFrom }: NewAssignmentFormProps) {
  const create = useCreateAssignment(course.slug);
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [origin, setOrigin] = useState<AssignmentOrigin>();
  const [wasTried, setTried] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const isBusy = create.isPending || create.isSuccess;
    if (validateName(name) !== undefined || !origin || isBusy) return;
    create.mutate(
      { name: name.trim(), from: origin },
      {
        // In its place: back leads to the course, not to a form that would make it twice.
        onSuccess: ({ assignment }) =>
          void navigate({
            to: '/a/$assignment/design',
            params: { assignment: assignment.slug },
            replace: true,
          }),
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xl">
        <TextInput
          label={newAssignmentText.name}
          description={newAssignmentText.nameHint}
          maw={480}
          dir="auto"
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={wasTried && validateName(name)}
        />
        <OriginKinds from={from} onFrom={onFrom} />
        <Origin key={from} from={from} onChange={setOrigin} />
        {create.isError && <ErrorPanel error={create.error} title={newAssignmentText.notCreated} />}
        <Text size="sm" c="dimmed">
          {from === 'blank' ? newAssignmentText.blankNote : newAssignmentText.devNote}
        </Text>
        {wasTried && !origin && <Text role="alert">{newAssignmentText.nothingYet}</Text>}
        <Group gap="sm">
          <Button type="submit" loading={create.isPending}>
            {newAssignmentText.create}
          </Button>
          <Button variant="default" component={Link} to={`/courses/${course.slug}`}>
            {newAssignmentText.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function OriginKinds({ from, onFrom }: Pick<NewAssignmentFormProps, 'from' | 'onFrom'>) {
  return (
    <Radio.Group
      label={newAssignmentText.from}
      value={from}
      onChange={(value) => onFrom(originKinds.find((kind) => kind === value) ?? 'needs')}
    >
      <Stack gap="sm" mt="sm">
        {originKinds.map((kind) => (
          <Radio
            key={kind}
            value={kind}
            label={newAssignmentText.origins[kind].label}
            description={newAssignmentText.origins[kind].hint}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Origin({ from, onChange }: OriginProps & { readonly from: OriginKind }) {
  switch (from) {
    case 'needs':
      return <NeedsOrigin onChange={onChange} />;
    case 'blank':
      return <BlankOrigin onChange={onChange} />;
    case 'scenario':
      return <ScenarioOrigin onChange={onChange} />;
    case 'type':
      return <TypeOrigin onChange={onChange} />;
    case 'assignment':
      return <AssignmentOriginField onChange={onChange} />;
  }
}

function BlankOrigin({ onChange }: OriginProps) {
  useEffect(() => onChange({ kind: 'blank' }), [onChange]);
  return null;
}
