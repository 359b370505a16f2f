import type { AssignmentDetail } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Button, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useRemoveAssignment } from '../../api/assignments.ts';
import { ConfirmByName } from '../../components/ConfirmByName.tsx';
import { assignmentText } from './assignmentText.ts';

/** The end of an assignment: asked for by its name, proved by a receipt. */
export function DeleteAssignment({ assignment }: { readonly assignment: AssignmentDetail }) {
  const remove = useRemoveAssignment(assignment.slug);
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const { name, slug, environments, promised } = assignment;
  const { facts } = assignmentText;
  const machines = environments.flatMap(({ status }) =>
    status.elements.flatMap(({ instances }) => instances),
  );
  const students = environments.filter(({ role }) => role === 'student');
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () =>
        void navigate({
          to: '/a/$assignment/receipt',
          params: { assignment: slug },
          search: { name },
          replace: true,
        }),
    });
  return (
    <section>
      <Title order={2}>{assignmentText.deleteTitle}</Title>
      <Text size="sm" my="xs">
        {assignmentText.deleteText}
      </Text>
      <Button variant="default" onClick={() => setOpen(true)}>
        {assignmentText.deleteTitle}…
      </Button>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        name={name}
        deed={assignmentText.deleteTitle}
        facts={[
          facts.environments(environments.length, machines.length),
          ...(students.length > 0 ? [facts.students(students.length)] : []),
          facts.kept,
          ...(promised.storageBytes > 0
            ? [facts.size(printSize(promised.memoryBytes), printSize(promised.storageBytes))]
            : []),
          facts.receipt,
        ]}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={confirm}
      />
    </section>
  );
}
