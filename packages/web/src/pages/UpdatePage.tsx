import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { assignmentQuery } from '../api/assignments.ts';
import { useLiveClass } from '../api/class.ts';
import { Answer } from '../components/Answer.tsx';
import { Page } from '../components/Page.tsx';
import { classText } from '../features/class/classText.ts';
import { updateText } from '../features/class/update/updateText.ts';
import { NoRelease } from '../features/class/deploy/NoRelease.tsx';
import { UpdatePlan } from '../features/class/update/UpdatePlan.tsx';
import { splitList } from '../routes/parseDesignSearch.ts';

const route = getRouteApi('/signed-in/a/$assignment/class/update');

export function UpdatePage() {
  const { assignment: slug } = route.useParams();
  const { release, students } = route.useSearch();
  const name = useQuery(assignmentQuery(slug)).data?.name ?? slug;
  const view = useLiveClass(slug);
  const number = release ?? view.data?.release?.number;
  const title = number === undefined ? updateText.noTitle : updateText.title(number);
  return (
    <Page title={title} tabTitle={`${title}, ${name}`}>
      <Answer query={view} loading={classText.loading} unread={classText.unread}>
        {({ students: inClass }) =>
          number === undefined ? (
            <NoRelease assignment={slug} />
          ) : (
            <UpdatePlan
              assignment={slug}
              release={number}
              students={inClass}
              environments={students === undefined ? undefined : splitList(students)}
            />
          )
        }
      </Answer>
    </Page>
  );
}
