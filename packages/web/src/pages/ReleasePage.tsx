import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { assignmentQuery } from '../api/assignments.ts';
import { releaseQuery } from '../api/pipeline.ts';
import { Answer } from '../components/Answer.tsx';
import { Page } from '../components/Page.tsx';
import { mayChangeAssignment } from '../features/assignments/mayChangeAssignment.ts';
import { pipelineText } from '../features/pipeline/pipelineText.ts';
import { ReleaseDetail } from '../features/pipeline/releases/ReleaseDetail.tsx';

const route = getRouteApi('/signed-in/a/$assignment/releases/$release');

export function ReleasePage() {
  const { assignment: slug, release: name } = route.useParams();
  const number = Number(name.replace(/^r/, ''));
  const assignment = useQuery(assignmentQuery(slug)).data;
  const release = useQuery(releaseQuery(slug, number));
  const title = pipelineText.releases.pageTitle(number);
  return (
    <Page title={title} tabTitle={`${title}, ${assignment?.name ?? slug}`}>
      <Answer query={release} loading={pipelineText.loading} unread={pipelineText.releases.unread}>
        {(read) => (
          <ReleaseDetail
            assignment={slug}
            release={read}
            mayChange={assignment !== undefined && mayChangeAssignment(assignment)}
          />
        )}
      </Answer>
    </Page>
  );
}
