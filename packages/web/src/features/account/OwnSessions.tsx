import type { Sessions } from '@labcast/api-client';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sessionsQuery, useEndSession } from '../../api/account.ts';
import { Answer } from '../../components/Answer.tsx';
import type { Column } from '../../components/Column.ts';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Moment } from '../../components/Moment.tsx';
import { RecordTable } from '../../components/RecordTable.tsx';
import { accountText } from './accountText.ts';

/** Where the person is signed in. */
export function OwnSessions() {
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  const columns: Column<Sessions['sessions'][number]>[] = [
    { title: accountText.from, isName: true, show: ({ address }) => address },
    { title: accountText.begun, show: ({ createdAt }) => <Moment at={createdAt} /> },
    { title: accountText.used, show: ({ seenAt }) => <Moment at={seenAt} /> },
    {
      title: accountText.columns.actions,
      show: ({ id, address, isOwn }) =>
        isOwn ? (
          accountText.here
        ) : (
          <ConfirmButton
            question={accountText.endQuestion}
            aria-label={accountText.endOf(address)}
            onConfirm={() => end.mutate(id)}
          >
            {accountText.end}
          </ConfirmButton>
        ),
    },
  ];
  return (
    <Stack gap="md">
      <Text size="sm">{accountText.sessionsText}</Text>
      {end.isError && <ErrorPanel error={end.error} title={accountText.notEnded} />}
      <Answer query={sessions} loading={accountText.loading} unread={accountText.sessionsUnread}>
        {(read) => (
          <RecordTable
            label={accountText.tabs.sessions}
            rows={read.sessions}
            columns={columns}
            keyOf={({ id }) => id}
            minWidth={560}
          />
        )}
      </Answer>
    </Stack>
  );
}
