import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { coursesQuery } from '../../api/courses.ts';
import { Answer } from '../../components/Answer.tsx';
import { courseText } from '../courses/courseText.ts';
import { newAssignmentText } from './newAssignmentText.ts';
import type { OriginProps } from './origin.ts';

/** A copy of an assignment of any course that one may look into. */
export function AssignmentOriginField({ onChange }: OriginProps) {
  const courses = useQuery(coursesQuery);
  const groups = (courses.data?.courses ?? [])
    .filter(({ assignments }) => assignments.length > 0)
    .map(({ name, assignments }) => ({
      group: name,
      items: assignments.map((assignment) => ({ value: assignment.slug, label: assignment.name })),
    }));
  const [chosen, setChosen] = useState<string>();
  const slug = chosen ?? groups[0]?.items[0]?.value;
  useEffect(() => {
    onChange(slug === undefined ? undefined : { kind: 'assignment', slug });
  }, [slug, onChange]);
  return (
    <Answer
      query={courses}
      loading={newAssignmentText.loading}
      unread={courseText.unread}
      lines={1}
    >
      {() =>
        groups.length === 0 ? (
          <Text>{newAssignmentText.noAssignment}</Text>
        ) : (
          <Select
            label={newAssignmentText.assignment}
            maw={480}
            data={groups}
            value={slug ?? null}
            allowDeselect={false}
            searchable
            onChange={(value) => value !== null && setChosen(value)}
          />
        )
      }
    </Answer>
  );
}
