import type { MadeApiToken } from '@labcast/api-client';
import { scopes, type Scope } from '@labcast/domain';
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useCreateToken } from '../../api/account.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { validateName } from '../courses/validateName.ts';
import { accountText } from './accountText.ts';

const dayMs = 24 * 3600 * 1000;
const expiries = Object.entries(accountText.expiries).map(([value, label]) => ({ value, label }));

export function NewTokenForm({ onMade }: { readonly onMade: (token: MadeApiToken) => void }) {
  const create = useCreateToken();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('write');
  const [days, setDays] = useState('90');
  const [wasTried, setTried] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (validateName(name) !== undefined || create.isPending) return;
    const expiresAt =
      days === 'never' ? undefined : new Date(Date.now() + Number(days) * dayMs).toISOString();
    create.mutate(
      { name: name.trim(), scopes: [scope], ...(expiresAt !== undefined && { expiresAt }) },
      { onSuccess: onMade },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      {create.isError && <ErrorPanel error={create.error} title={accountText.notMade} />}
      <Group align="flex-start" gap="sm">
        <TextInput
          label={accountText.tokenName}
          placeholder={accountText.tokenNameHint}
          w={280}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={wasTried && validateName(name)}
        />
        <Select
          label={accountText.scope}
          w={240}
          data={scopes.map((value) => ({ value, label: accountText.scopes[value] }))}
          value={scope}
          allowDeselect={false}
          onChange={(value) => value !== null && setScope(value)}
        />
        <Select
          label={accountText.expiry}
          w={120}
          data={expiries}
          value={days}
          allowDeselect={false}
          onChange={(value) => value !== null && setDays(value)}
        />
        <Button type="submit" mt={22} loading={create.isPending}>
          {accountText.makeToken}
        </Button>
      </Group>
    </form>
  );
}
