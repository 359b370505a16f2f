import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { imagesQuery } from '../api/catalogue.ts';
import { sessionQuery } from '../api/session.ts';
import { assignmentQuery } from '../api/assignments.ts';
import { blueprintQuery } from '../api/environments.ts';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { GreyLines } from '../components/GreyLines.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
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
  const failed = [assignment, images, blueprint].find(({ isError, data }) => isError && !data);
  if (failed)
    return (
      <main style={{ maxWidth: 640, padding: 24, margin: '48px auto' }}>
        <ErrorPanel
          error={failed.error}
          title={designText.unread}
          onRetry={() => void failed.refetch()}
        />
      </main>
    );
  if (!assignment.data || !images.data || !blueprint.data)
    return (
      <main style={{ padding: 24 }}>
        <GreyLines label={designText.loading} count={6} height={64} />
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
