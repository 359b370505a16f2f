import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { assignmentQuery } from '../api/assignments.ts';
import { comparisonQuery } from '../api/pipeline.ts';
import { Answer } from '../components/Answer.tsx';
import { Page } from '../components/Page.tsx';
import { CompareForm } from '../features/pipeline/compare/CompareForm.tsx';
import { Comparison } from '../features/pipeline/compare/Comparison.tsx';
import { pipelineText } from '../features/pipeline/pipelineText.ts';

const route = getRouteApi('/signed-in/a/$assignment/compare');
const text = pipelineText.compare;

export function ComparePage() {
  const { assignment: slug } = route.useParams();
  const { from = '', to = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const name = useQuery(assignmentQuery(slug)).data?.name ?? slug;
  const isAsked = from !== '' && to !== '';
  const comparison = useQuery({ ...comparisonQuery(slug, from, to), enabled: isAsked });
  const title = isAsked ? text.title(from, to) : text.compare;
  return (
    <Page
      title={title}
      tabTitle={`${title}, ${name}`}
      action={
        <CompareForm
          key={`${from} ${to}`}
          assignment={slug}
          from={from}
          to={to}
          onCompare={(before, after) => void navigate({ search: { from: before, to: after } })}
        />
      }
    >
      {isAsked ? (
        <Answer query={comparison} loading={text.reading} unread={text.unread}>
          {(read) => <Comparison comparison={read} />}
        </Answer>
      ) : (
        <Text>{text.choose}</Text>
      )}
    </Page>
  );
}
