import type { Course, CoursePeople } from '@labcast/api-client';
import { Button, EmptyState, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rosterQuery } from '../../api/people.ts';
import { Answer } from '../../components/Answer.tsx';
import { AddMemberDialog } from './AddMemberDialog.tsx';
import { MemberTable } from './MemberTable.tsx';
import { matchesPerson } from './matchesPerson.ts';
import { peopleText } from './peopleText.ts';

/** Who is in a course. Instructors add, change and remove. */
export function Roster({ course }: { readonly course: Course }) {
  const roster = useQuery(rosterQuery(course.slug));
  const [isOpen, setOpen] = useState(false);
  const mayEdit = course.role === 'instructor';
  const add = mayEdit && <Button onClick={() => setOpen(true)}>{peopleText.add}</Button>;
  return (
    <>
      <Answer query={roster} loading={peopleText.loading} unread={peopleText.unread}>
        {({ people }) =>
          people.length === 0 ? (
            <EmptyState py={48} title={peopleText.emptyTitle} description={peopleText.emptyText}>
              {add && <EmptyState.Actions>{add}</EmptyState.Actions>}
            </EmptyState>
          ) : (
            <Filtered course={course.slug} people={people} mayEdit={mayEdit} add={add} />
          )
        }
      </Answer>
      <AddMemberDialog course={course.slug} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

interface FilteredProps {
  readonly course: string;
  readonly people: CoursePeople['people'];
  readonly mayEdit: boolean;
  readonly add: React.ReactNode;
}

function Filtered({ course, people, mayEdit, add }: FilteredProps) {
  const [filter, setFilter] = useState('');
  const found = people.filter(({ person }) => matchesPerson(person, filter));
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="md">
        <TextInput
          label={peopleText.find}
          type="search"
          w={320}
          maw="100%"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        {add}
      </Group>
      {found.length === 0 ? (
        <p>{peopleText.noneFound}</p>
      ) : (
        <MemberTable course={course} people={found} mayEdit={mayEdit} />
      )}
    </>
  );
}
