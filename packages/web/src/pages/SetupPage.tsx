import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { GreyLines } from '../components/GreyLines.tsx';
import { ServerAway } from '../features/shell/ServerAway.tsx';
import { EntrancePage } from '../features/signin/EntrancePage.tsx';
import { SetupForm } from '../features/signin/SetupForm.tsx';
import { signInText } from '../features/signin/signInText.ts';

const route = getRouteApi('/setup/$token');

export function SetupPage() {
  const { token } = route.useParams();
  const session = useQuery(sessionQuery);
  if (session.data?.person) return <Navigate to="/welcome" replace />;
  if (!session.data && session.failureCount > 0) return <ServerAway />;
  if (!session.data)
    return (
      <EntrancePage title={signInText.setUpTitle}>
        <GreyLines label={signInText.loading} count={4} height={48} />
      </EntrancePage>
    );
  return (
    <EntrancePage
      title={signInText.setUpTitle}
      text={session.data.setupNeeded ? signInText.setUpText : signInText.anotherAdministrator}
    >
      <SetupForm token={token} />
    </EntrancePage>
  );
}
