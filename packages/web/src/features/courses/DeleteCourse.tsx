import type { Course } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Anchor, Button, Text, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useRemoveCourse } from '../../api/courses.ts';
import { ConfirmByName } from '../../components/ConfirmByName.tsx';
import { courseText } from './courseText.ts';

/** The end of a course: asked for by its name, proved by a receipt. */
export function DeleteCourse({ course }: { readonly course: Course }) {
  const remove = useRemoveCourse(course.slug);
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const { counts, promised, slug, name } = course;
  const { deleteFacts } = courseText;
  const confirm = () =>
    remove.mutate(name, {
      onSuccess: () =>
        void navigate({ to: '/courses/$course/receipt', params: { course: slug }, replace: true }),
    });
  return (
    <section>
      <Title order={2}>{courseText.deleteTitle}</Title>
      <Text size="sm" my="xs">
        {courseText.deleteText}
      </Text>
      <Button variant="default" onClick={() => setOpen(true)}>
        {courseText.deleteTitle}…
      </Button>
      <Text size="sm" mt="lg">
        <Anchor component={Link} to={`/courses/${slug}/receipt`}>
          {courseText.receipts}
        </Anchor>
      </Text>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        name={name}
        deed={courseText.deleteTitle}
        facts={[
          deleteFacts.assignments(counts.assignments),
          ...(counts.running > 0 ? [deleteFacts.running(counts.running)] : []),
          deleteFacts.people(counts.people),
          ...(promised.storageBytes > 0
            ? [deleteFacts.size(printSize(promised.memoryBytes), printSize(promised.storageBytes))]
            : []),
          deleteFacts.receipt,
        ]}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={confirm}
      />
    </section>
  );
}
