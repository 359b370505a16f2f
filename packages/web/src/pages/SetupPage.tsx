import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { setupLinkQuery } from '../api/entrance.ts';
import { sessionQuery } from '../api/session.ts';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { GreyLines } from '../components/GreyLines.tsx';
import { ServerAway } from '../features/shell/ServerAway.tsx';
import { EntrancePage } from '../features/signin/EntrancePage.tsx';
import { SetupForm } from '../features/signin/SetupForm.tsx';
import { isLinkRefused, SetupLinkRefused } from '../features/signin/SetupLinkRefused.tsx';
import { signInText } from '../features/signin/signInText.ts';

const route = getRouteApi('/setup/$token');

/** Nobody fills a form in whose link the server would refuse. */
export function SetupPage() {
  const { token } = route.useParams();
  const session = useQuery(sessionQuery);
  const link = useQuery({ ...setupLinkQuery(token), enabled: session.data?.person === null });
  if (session.data?.person) return <Navigate to="/welcome" replace />;
  if (!session.data && session.failureCount > 0) return <ServerAway />;
  if (!session.data || link.isPending)
    return (
      <EntrancePage title={signInText.setUpTitle}>
        <GreyLines label={signInText.loading} count={4} height={48} />
      </EntrancePage>
    );
  const { setupNeeded } = session.data;
  if (link.isError)
    return (
      <EntrancePage title={signInText.setUpTitle}>
        {isLinkRefused(link.error) ? (
          <SetupLinkRefused />
        ) : (
          <ErrorPanel
            error={link.error}
            title={signInText.setUpTitle}
            onRetry={() => void link.refetch()}
          />
        )}
        {!setupNeeded && (
          <Anchor component={Link} to="/sign-in">
            {signInText.hasAdministrator}
          </Anchor>
        )}
      </EntrancePage>
    );
  return (
    <EntrancePage
      title={signInText.setUpTitle}
      text={setupNeeded ? signInText.setUpText : signInText.anotherAdministrator}
    >
      <SetupForm token={token} />
    </EntrancePage>
  );
}
