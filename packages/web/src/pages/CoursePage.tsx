import type { Course } from '@labcast/api-client';
import { Button, EmptyState, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { courseQuery } from '../api/courses.ts';
import { Answer } from '../components/Answer.tsx';
import { Page } from '../components/Page.tsx';
import { AssignmentList } from '../features/courses/AssignmentList.tsx';
import { CourseSettings } from '../features/courses/CourseSettings.tsx';
import { courseText } from '../features/courses/courseText.ts';
import { Roster } from '../features/people/Roster.tsx';
import { parseCourseSearch } from '../routes/parseCourseSearch.ts';

const route = getRouteApi('/signed-in/courses/$course');

export function CoursePage() {
  const { course: slug } = route.useParams();
  const course = useQuery(courseQuery(slug));
  const { tab = 'assignments' } = route.useSearch();
  const mayEdit = course.data?.role === 'instructor';
  const isEmpty = course.data?.assignments.length === 0;
  const isOpen = course.data?.archivedAt === undefined;
  return (
    <Page
      title={course.data?.name ?? courseText.course}
      action={
        mayEdit && isOpen && tab === 'assignments' && !isEmpty && <NewAssignment slug={slug} />
      }
    >
      <Answer query={course} loading={courseText.loading} unread={courseText.unreadCourse}>
        {(read) => <CourseContent course={read} />}
      </Answer>
    </Page>
  );
}

function NewAssignment({ slug }: { readonly slug: string }) {
  return (
    <Button component={Link} to={`/courses/${slug}/new`}>
      {courseText.newAssignment}
    </Button>
  );
}

function CourseContent({ course }: { readonly course: Course }) {
  const { tab = 'assignments' } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = course.role === 'instructor';
  const mayLook = course.role !== 'student';
  return (
    <>
      {course.archivedAt !== undefined && <Text mb="md">{courseText.archivedNotice}</Text>}
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => void navigate({ search: parseCourseSearch({ tab: value }) })}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="assignments">{courseText.tabs.assignments}</Tabs.Tab>
          {mayLook && (
            <Tabs.Tab value="people">
              {courseText.tabs.people} {course.counts.people}
            </Tabs.Tab>
          )}
          {mayEdit && <Tabs.Tab value="settings">{courseText.tabs.settings}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="assignments">
          <Assignments course={course} />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          {mayLook ? <Roster course={course} /> : <Text>{courseText.unknownTab}</Text>}
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          {mayEdit ? (
            <CourseSettings key={course.name} course={course} />
          ) : (
            <Text>{courseText.unknownTab}</Text>
          )}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Assignments({ course }: { readonly course: Course }) {
  if (course.assignments.length > 0) return <AssignmentList assignments={course.assignments} />;
  const mayCreate = course.role === 'instructor' && course.archivedAt === undefined;
  return (
    <EmptyState
      py={48}
      title={courseText.noAssignmentTitle}
      description={mayCreate ? courseText.noAssignmentText : courseText.noAssignmentStudent}
    >
      {mayCreate && (
        <EmptyState.Actions>
          <NewAssignment slug={course.slug} />
        </EmptyState.Actions>
      )}
    </EmptyState>
  );
}
