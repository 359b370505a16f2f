import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Course } from '@labcast/api-client';
import { CourseRow } from './CourseRow.tsx';
import { courseText } from './courseText.ts';
import classes from './courses.module.css';

/** From this many on, a list is filtered first. */
const manyCourses = 20;

/** Rows of the present courses; the archived ones are folded. */
export function CourseList({ courses }: { readonly courses: readonly Course[] }) {
  const [filter, setFilter] = useState('');
  const [isArchiveOpen, setArchiveOpen] = useState(false);
  const matches = courses.filter(({ name }) =>
    name.toLocaleLowerCase().includes(filter.trim().toLocaleLowerCase()),
  );
  const present = matches.filter(({ archivedAt }) => archivedAt === undefined);
  const archived = matches.filter(({ archivedAt }) => archivedAt !== undefined);
  return (
    <>
      {courses.length > manyCourses && (
        <TextInput
          label={courseText.filter}
          type="search"
          maw={320}
          mb="md"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      {matches.length === 0 && <p>{courseText.filteredOut}</p>}
      {present.length > 0 && <Rows courses={present} />}
      {archived.length > 0 && (
        <Button
          variant="subtle"
          my="md"
          aria-expanded={isArchiveOpen}
          onClick={() => setArchiveOpen((isOpen) => !isOpen)}
        >
          {courseText.archived(archived.length)}
        </Button>
      )}
      {isArchiveOpen && archived.length > 0 && <Rows courses={archived} />}
    </>
  );
}

function Rows({ courses }: { readonly courses: readonly Course[] }) {
  return (
    <ul className={classes.rows}>
      {courses.map((course) => (
        <CourseRow key={course.id} course={course} />
      ))}
    </ul>
  );
}
