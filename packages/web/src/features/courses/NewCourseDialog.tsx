import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useCreateCourse } from '../../api/courses.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { courseText } from './courseText.ts';
import { validateName } from './validateName.ts';

interface NewCourseDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NewCourseDialog({ isOpen, onClose }: NewCourseDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={courseText.newCourse}>
      <NewCourseForm onClose={onClose} />
    </Modal>
  );
}

function NewCourseForm({ onClose }: { readonly onClose: () => void }) {
  const create = useCreateCourse();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [wasTried, setTried] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (validateName(name) !== undefined || create.isPending || create.isSuccess) return;
    create.mutate(name.trim(), {
      onSuccess: ({ course }) =>
        void navigate({ to: '/courses/$course', params: { course: course.slug } }),
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {create.isError && <ErrorPanel error={create.error} title={courseText.notCreated} />}
        <TextInput
          data-autofocus
          label={courseText.name}
          description={courseText.courseNameHint}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={wasTried && validateName(name)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {courseText.cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {courseText.newCourse}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
