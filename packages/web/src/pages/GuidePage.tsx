import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { assignmentQuery } from '../api/assignments.ts';
import { blueprintQuery } from '../api/environments.ts';
import { RequestError } from '../api/RequestError.ts';
import { Answer } from '../components/Answer.tsx';
import { MessagePage } from '../components/MessagePage.tsx';
import { GuideEditor } from '../features/guide/GuideEditor.tsx';
import { guideText } from '../features/guide/guideText.ts';

const route = getRouteApi('/signed-in/a/$assignment/guide');

/** Instructions and checks: the editor beside what students see. */
export function GuidePage() {
  const { assignment: slug } = route.useParams();
  const assignment = useQuery(assignmentQuery(slug));
  const address = { assignment: slug, environment: 'dev' };
  const blueprint = useQuery(blueprintQuery(address));
  const { error } = blueprint;
  const isMissing = error instanceof RequestError && error.status === 404;
  if (isMissing && assignment.data)
    return (
      <MessagePage title={guideText.noLab} text={guideText.noLabText}>
        <Button component={Link} to={`/a/${slug}/design`}>
          {guideText.toDesign}
        </Button>
      </MessagePage>
    );
  const course = assignment.data?.course;
  const mayEdit = assignment.data !== undefined && (!course || course.role === 'instructor');
  if (blueprint.data && assignment.data)
    return (
      <GuideEditor
        address={address}
        title={assignment.data.name}
        applied={blueprint.data}
        mayEdit={mayEdit}
      />
    );
  return (
    <main style={{ padding: 16 }}>
      <Answer query={blueprint} loading={guideText.loading} unread={guideText.unread}>
        {() => null}
      </Answer>
    </main>
  );
}
