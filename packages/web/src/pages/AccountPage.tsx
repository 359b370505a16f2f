import { Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { Page } from '../components/Page.tsx';
import { accountText } from '../features/account/accountText.ts';
import { OwnName } from '../features/account/OwnName.tsx';
import { OwnPassword } from '../features/account/OwnPassword.tsx';
import { OwnSessions } from '../features/account/OwnSessions.tsx';
import { OwnTokens } from '../features/account/OwnTokens.tsx';
import { parseAccountSearch } from '../routes/parseAccountSearch.ts';

const route = getRouteApi('/signed-in/account');

export function AccountPage() {
  const person = useQuery(sessionQuery).data?.person;
  const { tab = 'you' } = route.useSearch();
  const navigate = route.useNavigate();
  if (!person) return null;
  return (
    <Page title={accountText.title}>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => void navigate({ search: parseAccountSearch({ tab: value }) })}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="you">{accountText.tabs.you}</Tabs.Tab>
          <Tabs.Tab value="sessions">{accountText.tabs.sessions}</Tabs.Tab>
          <Tabs.Tab value="tokens">{accountText.tabs.tokens}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="you">
          <Stack gap={48}>
            <OwnName key={person.id} person={person} />
            <OwnPassword login={person.login} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="sessions">
          <OwnSessions />
        </Tabs.Panel>
        <Tabs.Panel value="tokens">
          <OwnTokens />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
