import type { Assignments, Course, Person } from '@labcast/api-client';
import { Button, EmptyState } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { assignmentsQuery } from '../api/assignments.ts';
import { coursesQuery } from '../api/courses.ts';
import { labsQuery } from '../api/labs.ts';
import { sessionQuery } from '../api/session.ts';
import { Answer } from '../components/Answer.tsx';
import { Page } from '../components/Page.tsx';
import { Continue } from '../features/courses/Continue.tsx';
import { CourseList } from '../features/courses/CourseList.tsx';
import { courseText } from '../features/courses/courseText.ts';
import { NewCourseDialog } from '../features/courses/NewCourseDialog.tsx';
import { MyLabs } from '../features/lab/MyLabs.tsx';
import { labText } from '../features/lab/labText.ts';
import { OutsideList } from '../features/courses/OutsideList.tsx';

/** Students have their labs here, everybody else courses. */
export function HomePage() {
  const courses = useQuery(coursesQuery).data?.courses;
  const person = useQuery(sessionQuery).data?.person;
  return person && courses && isOnlyStudent(person, courses) ? <StudentHome /> : <StaffHome />;
}

function StaffHome() {
  const courses = useQuery(coursesQuery);
  const person = useQuery(sessionQuery).data?.person;
  const isAdministrator = person?.isAdministrator === true;
  const all = useQuery({ ...assignmentsQuery, enabled: isAdministrator }).data?.assignments ?? [];
  const outside = all.filter(({ slug }) => slug === undefined);
  const [isDialogOpen, setDialogOpen] = useState(false);
  const list = courses.data?.courses ?? [];
  const create = mayCreateCourses(person, list) && (
    <Button onClick={() => setDialogOpen(true)}>{courseText.newCourse}</Button>
  );
  return (
    <Page title={courseText.home} action={list.length > 0 && create}>
      {person && <Continue personId={person.id} present={addressesOf(list, outside)} />}
      <MyLabs isAlone={false} />
      <Answer query={courses} loading={courseText.loading} unread={courseText.unread}>
        {() =>
          list.length === 0 ? (
            <NoCourse create={create} outside={outside} />
          ) : (
            <CourseList courses={list} />
          )
        }
      </Answer>
      {outside.length > 0 && <OutsideList assignments={outside} />}
      <NewCourseDialog isOpen={isDialogOpen} onClose={() => setDialogOpen(false)} />
    </Page>
  );
}

const openedKey = 'labcast-only-lab-opened';

/** A student's first page. The only lab opens by itself, once: whoever comes back from it wants to be here. */
function StudentHome() {
  const labs = useQuery(labsQuery).data?.labs;
  const [only] = labs ?? [];
  if (only && labs?.length === 1 && sessionStorage.getItem(openedKey) === null) {
    sessionStorage.setItem(openedKey, '1');
    return <Navigate to="/labs/$environment" params={{ environment: only.id }} />;
  }
  return (
    <Page title={labText.title}>
      <MyLabs isAlone />
    </Page>
  );
}

function isOnlyStudent({ isAdministrator }: Person, courses: readonly Course[]): boolean {
  return !isAdministrator && courses.every(({ role }) => role === 'student');
}

function addressesOf(courses: readonly Course[], outside: Assignments['assignments']) {
  const inside = courses.flatMap(({ assignments }) => assignments.map(({ slug }) => slug));
  return new Set([...inside, ...outside.map(({ name }) => name)]);
}

function mayCreateCourses(person: Person | null | undefined, courses: readonly Course[]): boolean {
  return person?.isAdministrator === true || courses.some(({ role }) => role === 'instructor');
}

/** `create` is what one may do about it; nothing for those who have to be added. */
function NoCourse({
  create,
  outside,
}: {
  readonly create: ReactNode;
  readonly outside: Assignments['assignments'];
}) {
  const mayCreate = create !== false;
  const [sample] = outside;
  return (
    <EmptyState
      py={48}
      title={courseText.emptyTitle}
      description={mayCreate ? courseText.emptyText : courseText.emptyStudent}
    >
      {mayCreate && (
        <EmptyState.Actions>
          {create}
          {sample && (
            <Button variant="default" component={Link} to={`/a/${sample.name}/design`}>
              {courseText.openSample}
            </Button>
          )}
        </EmptyState.Actions>
      )}
    </EmptyState>
  );
}
