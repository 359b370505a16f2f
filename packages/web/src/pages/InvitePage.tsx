import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { invitationQuery } from '../api/entrance.ts';
import { sessionQuery } from '../api/session.ts';
import { Answer } from '../components/Answer.tsx';
import { EntrancePage } from '../features/signin/EntrancePage.tsx';
import { InviteForm } from '../features/signin/InviteForm.tsx';
import { signInText } from '../features/signin/signInText.ts';

const route = getRouteApi('/invite/$token');

/** Who sets a password is signed in and at home. */
export function InvitePage() {
  const { token } = route.useParams();
  const session = useQuery(sessionQuery);
  const invitation = useQuery(invitationQuery(token));
  if (session.data?.person) return <Navigate to="/" replace />;
  return (
    <EntrancePage title={signInText.inviteTitle}>
      <Answer query={invitation} loading={signInText.loading} unread={signInText.inviteInvalid}>
        {({ name, login, courses }) => (
          <>
            <Text>
              {signInText.welcome} <bdi>{name}</bdi>.{' '}
              {courses.length > 0 &&
                signInText.invitedTo(courses.map((one) => one.name).join(', '))}
            </Text>
            <InviteForm token={token} name={name} login={login} />
          </>
        )}
      </Answer>
      <Anchor component={Link} to="/sign-in">
        {signInText.hasPassword}
      </Anchor>
    </EntrancePage>
  );
}
