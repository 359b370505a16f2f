import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { joinCodeQuery, useJoin } from '../api/entrance.ts';
import { sessionQuery } from '../api/session.ts';
import { Answer } from '../components/Answer.tsx';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { EntrancePage } from '../features/signin/EntrancePage.tsx';
import { JoinForm } from '../features/signin/JoinForm.tsx';
import { signInText } from '../features/signin/signInText.ts';

const route = getRouteApi('/join/$code');

/** With an account one press is enough; others make one here, or sign in and come back. */
export function JoinPage() {
  const { code } = route.useParams();
  const session = useQuery(sessionQuery);
  const found = useQuery(joinCodeQuery(code));
  const [hasJoined, setJoined] = useState(false);
  const person = session.data?.person;
  if (person && hasJoined) return <Navigate to="/" replace />;
  return (
    <EntrancePage title={signInText.joinTitle}>
      <Answer query={found} loading={signInText.loading} unread={signInText.codeInvalid}>
        {({ course, section }) => (
          <>
            <Text>
              {signInText.joins} <b dir="auto">{course.name}</b>
              {section !== undefined && `, ${signInText.inSection(section)}`}.
            </Text>
            {person ? (
              <JoinAs code={code} course={course.name} name={person.name} />
            ) : (
              <>
                <Anchor
                  renderRoot={(props) => (
                    <Link {...props} to="/sign-in" search={{ to: `/join/${code}` }} />
                  )}
                >
                  {signInText.hasAccount}
                </Anchor>
                <JoinForm code={code} course={course.name} onJoined={() => setJoined(true)} />
              </>
            )}
          </>
        )}
      </Answer>
      {found.isError && (
        <Anchor component={Link} to={person ? '/' : '/sign-in'}>
          {person ? signInText.home : signInText.otherCode}
        </Anchor>
      )}
    </EntrancePage>
  );
}

function JoinAs({ code, course, name }: { code: string; course: string; name: string }) {
  const join = useJoin();
  if (join.isSuccess) return <Navigate to="/" replace />;
  return (
    <Stack gap="lg">
      {join.isError && <ErrorPanel error={join.error} title={signInText.notJoined} />}
      <Text>
        {signInText.signedInAs} <bdi>{name}</bdi>.
      </Text>
      <Button loading={join.isPending} onClick={() => join.mutate(code)}>
        {signInText.joinCourse(course)}
      </Button>
    </Stack>
  );
}
