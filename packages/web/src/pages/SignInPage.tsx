import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '../api/session.ts';
import { GreyLines } from '../components/GreyLines.tsx';
import { ServerAway } from '../features/shell/ServerAway.tsx';
import { CommandLine } from '../components/CommandLine.tsx';
import { CodeField } from '../features/signin/CodeField.tsx';
import { EntrancePage } from '../features/signin/EntrancePage.tsx';
import { SignInForm } from '../features/signin/SignInForm.tsx';
import { signInText } from '../features/signin/signInText.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { to } = route.useSearch();
  const session = useQuery(sessionQuery);
  if (session.data?.person) return <ReturnTo address={to ?? '/'} />;
  if (!session.data && session.failureCount > 0) return <ServerAway />;
  return (
    <EntrancePage title={signInText.title(session.data?.serverName ?? location.hostname)}>
      {session.data ? (
        <Entrance isSetUp={!session.data.setupNeeded} />
      ) : (
        <GreyLines label={signInText.loading} count={3} height={48} />
      )}
    </EntrancePage>
  );
}

function Entrance({ isSetUp }: { readonly isSetUp: boolean }) {
  if (isSetUp)
    return (
      <>
        <SignInForm />
        <CodeField />
      </>
    );
  return (
    <Stack gap="sm">
      <Text>{signInText.setupNeeded}</Text>
      <Text size="sm">{signInText.setupCommand}</Text>
      <CommandLine command={signInText.newLink} />
    </Stack>
  );
}

/** The address first asked for is text, with its search and all. */
function ReturnTo({ address }: { readonly address: string }) {
  const { history } = useRouter();
  useEffect(() => history.replace(address), [history, address]);
  return null;
}
