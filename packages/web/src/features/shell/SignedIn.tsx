import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from '@tanstack/react-router';
import { sessionQuery } from '../../api/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { GreyLines } from '../../components/GreyLines.tsx';
import { ServerAway } from './ServerAway.tsx';
import { Shell } from './Shell.tsx';
import { shellText } from './shellText.ts';

/** Everything for people who are signed in; others are sent to sign in, and come back to where they wanted to go. */
export function SignedIn() {
  const session = useQuery(sessionQuery);
  const { href } = useLocation();
  if (session.data) {
    const { person } = session.data;
    if (!person)
      return <Navigate to="/sign-in" search={href === '/' ? {} : { to: href }} replace />;
    return <Shell person={person} serverName={session.data.serverName} />;
  }
  if (session.failureCount > 0 && !session.isError) return <ServerAway />;
  if (session.isError)
    return (
      <main style={{ maxWidth: 640, margin: '96px auto', padding: 16 }}>
        <ErrorPanel
          error={session.error}
          title={shellText.crashTitle}
          onRetry={() => void session.refetch()}
        />
      </main>
    );
  return (
    <main style={{ maxWidth: 960, margin: '72px auto', padding: 16 }}>
      <GreyLines label={shellText.sessionLoading} count={4} height={48} />
    </main>
  );
}
