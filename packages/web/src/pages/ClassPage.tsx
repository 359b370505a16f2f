import type { AssignmentDetail } from '@labcast/api-client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { assignmentQuery } from '../api/assignments.ts';
import { classQuery, useLiveClass } from '../api/class.ts';
import { Answer } from '../components/Answer.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { ClassFrame } from '../features/class/ClassFrame.tsx';
import { classText } from '../features/class/classText.ts';
import { countGroups } from '../features/class/board/groupOf.ts';
import classes from '../components/WidePage.module.css';

const route = getRouteApi('/signed-in/a/$assignment/class');

export function ClassPage() {
  const { assignment: slug } = route.useParams();
  const assignment = useQuery(assignmentQuery(slug));
  const isExam = useQuery(classQuery(slug)).data?.policy.exam !== undefined;
  return (
    <main className={classes.page} data-exam={isExam || undefined}>
      <Answer query={assignment} loading={classText.loading} unread={classText.unread} lines={6}>
        {(read) => <Class key={slug} slug={slug} assignment={read} />}
      </Answer>
    </main>
  );
}

function Class({ slug, assignment }: { slug: string; assignment: AssignmentDetail }) {
  const view = useLiveClass(slug);
  const needHelp = view.data ? (countGroups(view.data.students).get('help') ?? 0) : 0;
  return (
    <>
      <PageTitle>{classText.title(assignment.name, needHelp)}</PageTitle>
      <Answer query={view} loading={classText.loading} unread={classText.unread} lines={6}>
        {(read) => <ClassFrame assignment={assignment} view={read} />}
      </Answer>
    </>
  );
}
