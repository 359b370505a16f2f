import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useChangeCourse } from '../../api/courses.ts';
import type { Course } from '@labcast/api-client';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { DeleteCourse } from './DeleteCourse.tsx';
import { courseText } from './courseText.ts';
import { validateName } from './validateName.ts';

/** Name, archive, end. */
export function CourseSettings({ course }: { readonly course: Course }) {
  const change = useChangeCourse(course.slug);
  const [name, setName] = useState(course.name);
  const fault = validateName(name);
  const isArchived = course.archivedAt !== undefined;
  const rename = (event: SubmitEvent) => {
    event.preventDefault();
    if (fault === undefined && name.trim() !== course.name) change.mutate({ name: name.trim() });
  };
  return (
    <Stack gap="xl" maw={480}>
      {change.isError && <ErrorPanel error={change.error} title={courseText.notChanged} />}
      <form onSubmit={rename} noValidate>
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <TextInput
            flex={1}
            label={courseText.name}
            dir="auto"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fault}
          />
          <Button type="submit" variant="default" loading={change.isPending}>
            {courseText.rename}
          </Button>
        </Group>
      </form>
      <div>
        <Button
          variant="default"
          onClick={() => change.mutate({ archived: !isArchived })}
          loading={change.isPending}
        >
          {isArchived ? courseText.unarchive : courseText.archive}
        </Button>
        {!isArchived && (
          <Text size="sm" c="dimmed" mt="xs">
            {courseText.archiveText}
          </Text>
        )}
      </div>
      <DeleteCourse course={course} />
    </Stack>
  );
}
