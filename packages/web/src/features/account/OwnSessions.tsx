import { ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sessionsQuery, useEndSession } from '../../api/account.ts';
import { Answer } from '../../components/Answer.tsx';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Moment } from '../../components/Moment.tsx';
import { accountText } from './accountText.ts';

/** Where the person is signed in. */
export function OwnSessions() {
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  return (
    <Stack gap="md">
      <Text size="sm">{accountText.sessionsText}</Text>
      {end.isError && <ErrorPanel error={end.error} title={accountText.notEnded} />}
      <Answer query={sessions} loading={accountText.loading} unread={accountText.sessionsUnread}>
        {(read) => (
          <ScrollArea>
            <Table fz="sm" miw={560}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{accountText.from}</Table.Th>
                  <Table.Th>{accountText.begun}</Table.Th>
                  <Table.Th>{accountText.used}</Table.Th>
                  <Table.Th>{accountText.columns.actions}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {read.sessions.map(({ id, address, createdAt, seenAt, isOwn }) => (
                  <Table.Tr key={id}>
                    <Table.Td>{address}</Table.Td>
                    <Table.Td>
                      <Moment at={createdAt} />
                    </Table.Td>
                    <Table.Td>
                      <Moment at={seenAt} />
                    </Table.Td>
                    <Table.Td>
                      {isOwn ? (
                        accountText.here
                      ) : (
                        <ConfirmButton
                          question={accountText.endQuestion}
                          aria-label={accountText.endOf(address)}
                          onConfirm={() => end.mutate(id)}
                        >
                          {accountText.end}
                        </ConfirmButton>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea>
        )}
      </Answer>
    </Stack>
  );
}
