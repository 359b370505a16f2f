import type { ApiToken, MadeApiToken } from '@labcast/api-client';
import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tokensQuery, useRemoveToken } from '../../api/account.ts';
import { Answer } from '../../components/Answer.tsx';
import type { Column } from '../../components/Column.ts';
import { CommandLine } from '../../components/CommandLine.tsx';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Moment } from '../../components/Moment.tsx';
import { RecordTable } from '../../components/RecordTable.tsx';
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

const momentOrNever = (at: string | undefined) =>
  at === undefined ? accountText.never : <Moment at={at} />;

function TokenTable({ tokens }: { readonly tokens: readonly ApiToken[] }) {
  const remove = useRemoveToken();
  const { columns: titles } = accountText;
  const columns: Column<ApiToken>[] = [
    { title: titles.name, isName: true, show: ({ name }) => <bdi>{name}</bdi> },
    {
      title: titles.scope,
      show: ({ scopes }) => scopes.map((scope) => accountText.scopes[scope]).join('; '),
    },
    { title: titles.made, show: ({ createdAt }) => <Moment at={createdAt} /> },
    { title: titles.used, show: ({ lastUsedAt }) => momentOrNever(lastUsedAt) },
    { title: titles.ends, show: ({ expiresAt }) => momentOrNever(expiresAt) },
    {
      title: titles.actions,
      show: ({ id, name }) => (
        <ConfirmButton
          question={accountText.revokeQuestion}
          aria-label={accountText.revokeOf(name)}
          onConfirm={() => remove.mutate(id)}
        >
          {accountText.revoke}
        </ConfirmButton>
      ),
    },
  ];
  return (
    <>
      {remove.isError && <ErrorPanel error={remove.error} title={accountText.notRevoked} />}
      <RecordTable
        label={accountText.tabs.tokens}
        rows={tokens}
        columns={columns}
        keyOf={({ id }) => id}
        minWidth={760}
      />
    </>
  );
}
