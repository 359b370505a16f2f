import type { EnvironmentView } from '@labcast/api-client';
import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useLocation, useParams } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { GreyLines } from '../components/GreyLines.tsx';
import { MessagePage } from '../components/MessagePage.tsx';
import { ConsoleWindow } from '../features/console/ConsoleWindow.tsx';
import { consoleText } from '../features/console/consoleText.ts';
import { LabNotices } from '../features/lab/notices/LabNotices.tsx';
import { parseConsoleAddress } from '../routes/consoleAddress.ts';

/** One console alone in a window: for a second monitor, as a link, to join somebody. */
export function ConsolePage() {
  const params = useParams({ from: '/c/$environment/$element/$console' });
  const { href } = useLocation();
  const session = useQuery(sessionQuery);
  const address = parseConsoleAddress(params);
  if (!address)
    return (
      <MessagePage title={consoleText.window.none} text={consoleText.window.noneText}>
        <Button component={Link} to="/">
          {consoleText.window.toHome}
        </Button>
      </MessagePage>
    );
  if (session.data && !session.data.person)
    return <Navigate to="/sign-in" search={{ to: href }} replace />;
  if (!session.data) return <GreyLines label={consoleText.connecting} count={3} height={32} />;
  return (
    <ConsoleWindow
      address={address}
      showNotices={(lab) => <LabNotices lab={lab} />}
      showBack={(environment) => <BackLink environment={environment} />}
    />
  );
}

function BackLink({ environment }: { readonly environment: EnvironmentView | undefined }) {
  const [to, words] = findWayBack(environment);
  return (
    <Anchor size="xs" ml="auto" component={Link} to={to}>
      {words}
    </Anchor>
  );
}

/** A student has no design page, and prod is looked at beside its releases. */
function findWayBack(environment: EnvironmentView | undefined): readonly [string, string] {
  const { back, toPipeline, toHome } = consoleText.window;
  if (!environment) return ['/', toHome];
  const { id, assignment, role } = environment;
  if (role === 'student') return [`/labs/${id}`, back];
  return role === 'dev'
    ? [`/a/${assignment}/design`, back]
    : [`/a/${assignment}/pipeline`, toPipeline];
}
