import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { assignmentQuery } from '../api/assignments.ts';
import { useLivePipeline } from '../api/pipeline.ts';
import { Answer } from '../components/Answer.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import classes from '../components/WidePage.module.css';
import { pipelineText } from '../features/pipeline/pipelineText.ts';
import { PipelineView } from '../features/pipeline/PipelineView.tsx';
import { mayChangeAssignment } from '../features/assignments/mayChangeAssignment.ts';

const route = getRouteApi('/signed-in/a/$assignment/pipeline');

export function PipelinePage() {
  const { assignment: slug } = route.useParams();
  const assignment = useQuery(assignmentQuery(slug));
  const pipeline = useLivePipeline(slug);
  const { loading, unread } = pipelineText;
  return (
    <main className={classes.page}>
      <PageTitle>{pipelineText.title(assignment.data?.name ?? slug)}</PageTitle>
      <Answer query={assignment} loading={loading} unread={unread} lines={6}>
        {(read) => (
          <Answer query={pipeline} loading={loading} unread={unread} lines={6}>
            {(shown) => (
              <PipelineView
                key={slug}
                assignment={read}
                pipeline={shown}
                mayChange={mayChangeAssignment(read)}
              />
            )}
          </Answer>
        )}
      </Answer>
    </main>
  );
}
