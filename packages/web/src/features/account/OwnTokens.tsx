import type { ApiToken, MadeApiToken } from '@labcast/api-client';
import { Button, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tokensQuery, useRemoveToken } from '../../api/account.ts';
import { Answer } from '../../components/Answer.tsx';
import { CommandLine } from '../../components/CommandLine.tsx';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Moment } from '../../components/Moment.tsx';
import { accountText } from './accountText.ts';
import { NewTokenForm } from './NewTokenForm.tsx';

/** Tokens for programs: made, shown once, revoked. */
export function OwnTokens() {
  const tokens = useQuery(tokensQuery);
  const [made, setMade] = useState<MadeApiToken>();
  return (
    <Stack gap="lg">
      <Text size="sm">{accountText.tokensText}</Text>
      {made ? (
        <Made token={made} onDone={() => setMade(undefined)} />
      ) : (
        <NewTokenForm onMade={setMade} />
      )}
      <Answer query={tokens} loading={accountText.loading} unread={accountText.tokensUnread}>
        {(read) =>
          read.tokens.length === 0 ? (
            <Text>{accountText.noTokens}</Text>
          ) : (
            <TokenTable tokens={read.tokens} />
          )
        }
      </Answer>
    </Stack>
  );
}

function Made({ token, onDone }: { readonly token: MadeApiToken; readonly onDone: () => void }) {
  return (
    <Stack gap="sm" role="status" align="flex-start">
      <Text fw={600}>{accountText.shownOnce}</Text>
      <CommandLine command={token.token} />
      <Text size="sm">{accountText.useIt}</Text>
      <CommandLine
        command={`LABCAST_URL=${location.origin} LABCAST_TOKEN=${token.token} labcast ls`}
      />
      <Button variant="default" onClick={onDone}>
        {accountText.done}
      </Button>
    </Stack>
  );
}

function TokenTable({ tokens }: { readonly tokens: readonly ApiToken[] }) {
  const remove = useRemoveToken();
  const { columns } = accountText;
  return (
    <>
      {remove.isError && <ErrorPanel error={remove.error} title={accountText.notRevoked} />}
      <ScrollArea>
        <Table fz="sm" miw={760}>
          <Table.Thead>
            <Table.Tr>
              {Object.values(columns).map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tokens.map(({ id, name, scopes, createdAt, lastUsedAt, expiresAt }) => (
              <Table.Tr key={id}>
                <Table.Td maw={280} dir="auto" style={{ overflowWrap: 'anywhere' }}>
                  {name}
                </Table.Td>
                <Table.Td>{scopes.map((scope) => accountText.scopes[scope]).join('; ')}</Table.Td>
                <Table.Td>
                  <Moment at={createdAt} />
                </Table.Td>
                <Table.Td>
                  {lastUsedAt === undefined ? accountText.never : <Moment at={lastUsedAt} />}
                </Table.Td>
                <Table.Td>
                  {expiresAt === undefined ? accountText.never : <Moment at={expiresAt} />}
                </Table.Td>
                <Table.Td>
                  <ConfirmButton
                    question={accountText.revokeQuestion}
                    aria-label={accountText.revokeOf(name)}
                    onConfirm={() => remove.mutate(id)}
                  >
                    {accountText.revoke}
                  </ConfirmButton>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </>
  );
}
