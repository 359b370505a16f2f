import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { courseQuery } from '../api/courses.ts';
import { Answer } from '../components/Answer.tsx';
import { Page } from '../components/Page.tsx';
import { courseText } from '../features/courses/courseText.ts';
import { NewAssignmentForm } from '../features/newAssignment/NewAssignmentForm.tsx';
import { newAssignmentText } from '../features/newAssignment/newAssignmentText.ts';

const route = getRouteApi('/signed-in/courses/$course/new');

export function NewAssignmentPage() {
  const { course: slug } = route.useParams();
  const { from = 'needs' } = route.useSearch();
  const navigate = route.useNavigate();
  const course = useQuery(courseQuery(slug));
  return (
    <Page title={newAssignmentText.title}>
      <Answer query={course} loading={courseText.loading} unread={courseText.unreadCourse}>
        {(read) => {
          if (read.role !== 'instructor') return <Text>{newAssignmentText.onlyInstructors}</Text>;
          if (read.archivedAt !== undefined) return <Text>{newAssignmentText.archived}</Text>;
          return (
            <NewAssignmentForm
              course={read}
              from={from}
              onFrom={(kind) => void navigate({ search: { from: kind }, replace: true })}
            />
          );
        }}
      </Answer>
    </Page>
  );
}
