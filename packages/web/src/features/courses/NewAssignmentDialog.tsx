import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useCreateAssignment } from '../../api/courses.ts';
import type { AssignmentOrigin, Course } from '@labcast/api-client';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { courseText } from './courseText.ts';
import { OriginChooser } from './OriginChooser.tsx';
import { validateName } from './validateName.ts';

interface NewAssignmentDialogProps {
  readonly course: Course;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NewAssignmentDialog({ isOpen, ...rest }: NewAssignmentDialogProps) {
  return (
    <Modal opened={isOpen} onClose={rest.onClose} title={courseText.newAssignment} size="lg">
      <NewAssignmentForm {...rest} />
    </Modal>
  );
}

function NewAssignmentForm({ course, onClose }: Omit<NewAssignmentDialogProps, 'isOpen'>) {
  const create = useCreateAssignment(course.slug);
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [origin, setOrigin] = useState<AssignmentOrigin>({ kind: 'blank' });
  const [wasTried, setTried] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (validateName(name) !== undefined || create.isPending || create.isSuccess) return;
    create.mutate(
      { name: name.trim(), from: origin },
      {
        onSuccess: ({ assignment }) =>
          void navigate({ to: '/a/$assignment/design', params: { assignment: assignment.slug } }),
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {create.isError && <ErrorPanel error={create.error} title={courseText.notCreated} />}
        <TextInput
          data-autofocus
          label={courseText.name}
          description={courseText.assignmentNameHint}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={wasTried && validateName(name)}
        />
        <OriginChooser course={course} origin={origin} onChange={setOrigin} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {courseText.cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {courseText.newAssignment}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
