import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { imagesQuery } from '../api/catalogue.ts';
import { sessionQuery } from '../api/session.ts';
import { assignmentQuery } from '../api/assignments.ts';
import { blueprintQuery } from '../api/environments.ts';
import { Answer } from '../components/Answer.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import classes from '../components/WidePage.module.css';
import { DesignProvider } from '../features/designer/design/DesignProvider.tsx';
import { designText } from '../features/designer/designText.ts';
import { DesignFrame } from '../features/designer/frame/DesignFrame.tsx';
import { useDesignAddress } from '../features/designer/frame/useDesignAddress.ts';

const route = getRouteApi('/signed-in/a/$assignment/design');

export function DesignPage() {
  const { assignment: slug } = route.useParams();
  const address = useDesignAddress();
  const personId = useQuery(sessionQuery).data?.person?.id;
  const assignment = useQuery(assignmentQuery(slug));
  const images = useQuery(imagesQuery);
  const blueprint = useQuery(blueprintQuery({ assignment: slug, environment: 'dev' }));
  const read: readonly UseQueryResult[] = [assignment, images, blueprint];
  const missing = read.filter(({ data }) => data === undefined);
  const shown = missing.find(({ isError }) => isError) ?? missing[0];
  if (shown || !assignment.data || !images.data || !blueprint.data)
    return (
      <main className={classes.page}>
        <Answer
          query={shown ?? blueprint}
          loading={designText.loading}
          unread={designText.unread}
          lines={6}
        >
          {() => null}
        </Answer>
      </main>
    );
  return (
    <>
      <PageTitle>{designText.title(assignment.data.name)}</PageTitle>
      <DesignProvider
        key={slug}
        assignment={assignment.data}
        personId={personId ?? ''}
        images={images.data.images}
        start={blueprint.data}
        selection={address.selection}
        onSelect={address.select}
        onOpenConsole={address.openConsole}
      >
        <DesignFrame address={address} />
      </DesignProvider>
    </>
  );
}
