import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '../../api/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { GreyLines } from '../../components/GreyLines.tsx';
import { PanelPage } from '../../components/PanelPage.tsx';
import { ServerAway } from './ServerAway.tsx';
import { Shell } from './Shell.tsx';
import { shellText } from './shellText.ts';

/** Everything for people who are signed in; others are sent to sign in, and come back to where they wanted to go. */
export function SignedIn() {
  const session = useQuery(sessionQuery);
  if (session.data) {
    const { person } = session.data;
    if (!person) return <ToSignIn />;
    return <Shell person={person} serverName={session.data.serverName} />;
  }
  if (session.failureCount > 0 && !session.isError) return <ServerAway />;
  if (session.isError)
    return (
      <PanelPage>
        <ErrorPanel
          error={session.error}
          title={shellText.crashTitle}
          onRetry={() => void session.refetch()}
        />
      </PanelPage>
    );
  return (
    <main style={{ maxWidth: 960, margin: '72px auto', padding: 16 }}>
      <GreyLines label={shellText.sessionLoading} count={4} height={48} />
    </main>
  );
}

/**
 * Goes once, from the address that was asked for: this is still shown while the page to sign in is on its way, and
 * `Navigate` would go again at each change of the address, which it causes itself.
 */
function ToSignIn() {
  const router = useRouter();
  useEffect(() => {
    const { href } = router.state.location;
    void router.navigate({
      to: '/sign-in',
      search: href === '/' ? {} : { to: href },
      replace: true,
    });
  }, [router]);
  return null;
}
