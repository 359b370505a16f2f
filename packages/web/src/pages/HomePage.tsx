import { Button, EmptyState, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { coursesQuery } from '../api/courses.ts';
import type { Course, Person } from '@labcast/api-client';
import { sessionQuery } from '../api/session.ts';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { GreyLines } from '../components/GreyLines.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { CourseList } from '../features/courses/CourseList.tsx';
import { courseText } from '../features/courses/courseText.ts';
import { NewCourseDialog } from '../features/courses/NewCourseDialog.tsx';
import classes from '../features/courses/courses.module.css';

export function HomePage() {
  const courses = useQuery(coursesQuery);
  const person = useQuery(sessionQuery).data?.person;
  const [isDialogOpen, setDialogOpen] = useState(false);
  const list = courses.data?.courses ?? [];
  const mayCreate = mayCreateCourses(person, list);
  const create = mayCreate && (
    <Button onClick={() => setDialogOpen(true)}>{courseText.newCourse}</Button>
  );
  return (
    <main className={classes.page}>
      <PageTitle>{courseText.home}</PageTitle>
      <div className={classes.head}>
        <Title order={1}>{courseText.home}</Title>
        {list.length > 0 && create}
      </div>
      {courses.isError && (
        <ErrorPanel
          error={courses.error}
          title={courseText.unread}
          onRetry={() => void courses.refetch()}
        />
      )}
      {courses.isPending && <GreyLines label={courseText.loading} count={3} height={46} />}
      {courses.isSuccess && list.length === 0 && <NoCourse create={create} />}
      {list.length > 0 && <CourseList courses={list} />}
      <NewCourseDialog isOpen={isDialogOpen} onClose={() => setDialogOpen(false)} />
    </main>
  );
}

function mayCreateCourses(person: Person | null | undefined, courses: readonly Course[]): boolean {
  return person?.isAdministrator === true || courses.some(({ role }) => role === 'instructor');
}

/** `create` is what one may do about it; nothing for those who have to be added. */
function NoCourse({ create }: { readonly create: ReactNode }) {
  const mayCreate = create !== false;
  return (
    <EmptyState
      py={48}
      title={courseText.emptyTitle}
      description={mayCreate ? courseText.emptyText : courseText.emptyStudent}
    >
      {mayCreate && <EmptyState.Actions>{create}</EmptyState.Actions>}
    </EmptyState>
  );
}
