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
  const { assignment } = address;
  return (
    <ConsoleWindow
      address={address}
      showNotices={(lab) => <LabNotices lab={lab} />}
      back={
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/a/$assignment/design" params={{ assignment }} {...props} />
          )}
        >
          {consoleText.window.back}
        </Anchor>
      }
    />
  );
}
