import { Button, EmptyState, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { courseQuery } from '../api/courses.ts';
import type { Course } from '@labcast/api-client';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { GreyLines } from '../components/GreyLines.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { AssignmentList } from '../features/courses/AssignmentList.tsx';
import { CourseSettings } from '../features/courses/CourseSettings.tsx';
import { courseText } from '../features/courses/courseText.ts';
import classes from '../features/courses/courses.module.css';
import { NewAssignmentDialog } from '../features/courses/NewAssignmentDialog.tsx';
import { parseCourseSearch } from '../routes/parseCourseSearch.ts';

const route = getRouteApi('/signed-in/courses/$course');

export function CoursePage() {
  const { course: slug } = route.useParams();
  const course = useQuery(courseQuery(slug));
  return (
    <main className={classes.page}>
      {course.isPending && <GreyLines label={courseText.loading} count={4} height={46} />}
      {course.isError && (
        <ErrorPanel
          error={course.error}
          title={courseText.unreadCourse}
          onRetry={() => void course.refetch()}
        />
      )}
      {course.data && <CourseContent course={course.data} />}
    </main>
  );
}

function CourseContent({ course }: { readonly course: Course }) {
  const { tab = 'assignments' } = route.useSearch();
  const navigate = route.useNavigate();
  const [isDialogOpen, setDialogOpen] = useState(false);
  const mayEdit = course.role === 'instructor';
  const isEmpty = course.assignments.length === 0;
  const create = <Button onClick={() => setDialogOpen(true)}>{courseText.newAssignment}</Button>;
  return (
    <>
      <PageTitle>{course.name}</PageTitle>
      <div className={classes.head}>
        <Title order={1} dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {course.name}
        </Title>
        {mayEdit && tab === 'assignments' && !isEmpty && create}
      </div>
      <Tabs
        value={tab}
        onChange={(value) => void navigate({ search: parseCourseSearch({ tab: value }) })}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="assignments">{courseText.tabs.assignments}</Tabs.Tab>
          {mayEdit && (
            <Tabs.Tab value="people">
              {courseText.tabs.people} {course.counts.people}
            </Tabs.Tab>
          )}
          {mayEdit && <Tabs.Tab value="settings">{courseText.tabs.settings}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="assignments">
          {isEmpty ? (
            <EmptyState
              py={48}
              title={courseText.noAssignmentTitle}
              description={mayEdit ? courseText.noAssignmentText : courseText.noAssignmentStudent}
            >
              {mayEdit && <EmptyState.Actions>{create}</EmptyState.Actions>}
            </EmptyState>
          ) : (
            <AssignmentList assignments={course.assignments} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <Text>{courseText.peopleToCome}</Text>
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <CourseSettings key={course.name} course={course} />
        </Tabs.Panel>
      </Tabs>
      <NewAssignmentDialog
        course={course}
        isOpen={isDialogOpen}
        onClose={() => setDialogOpen(false)}
      />
    </>
  );
}
