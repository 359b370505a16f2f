import type { AssignmentDetail } from '@labcast/api-client';
import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { assignmentQuery } from '../api/assignments.ts';
import { Answer } from '../components/Answer.tsx';
import { CommandLine } from '../components/CommandLine.tsx';
import { Page } from '../components/Page.tsx';
import { assignmentText } from '../features/assignments/assignmentText.ts';
import { DeleteAssignment } from '../features/assignments/DeleteAssignment.tsx';
import { RenameAssignment } from '../features/assignments/RenameAssignment.tsx';

const route = getRouteApi('/signed-in/a/$assignment/settings');

export function AssignmentSettingsPage() {
  const { assignment: slug } = route.useParams();
  const assignment = useQuery(assignmentQuery(slug));
  const name = assignment.data?.name ?? slug;
  return (
    <Page
      title={assignmentText.title(name)}
      action={
        <Anchor component={Link} to={`/a/${slug}/design`}>
          {assignmentText.design}
        </Anchor>
      }
    >
      <Answer query={assignment} loading={assignmentText.loading} unread={assignmentText.unread}>
        {(read) => <Settings key={read.name} assignment={read} />}
      </Answer>
    </Page>
  );
}

function Settings({ assignment }: { readonly assignment: AssignmentDetail }) {
  const { course, handle, slug } = assignment;
  // Without a course only administrators come here, who may do anything.
  const mayEdit = course === undefined || course.role === 'instructor';
  return (
    <Stack gap="xl" maw={560}>
      {!mayEdit && <Text>{assignmentText.onlyInstructors}</Text>}
      {course === undefined && <Text>{assignmentText.fixedName}</Text>}
      {course !== undefined && mayEdit && <RenameAssignment assignment={assignment} />}
      <div>
        <Text size="sm" fw={600} mb="xs">
          {assignmentText.handle}
        </Text>
        <CommandLine command={assignmentText.handleText(handle)} />
      </div>
      <Anchor component={Link} to={`/a/${slug}/receipt`}>
        {assignmentText.receipt}
      </Anchor>
      {mayEdit && <DeleteAssignment assignment={assignment} />}
    </Stack>
  );
}
