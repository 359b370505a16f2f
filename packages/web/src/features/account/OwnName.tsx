import type { Person } from '@labcast/api-client';
import { Button, Group, Radio, Stack, Text, TextInput, useMantineColorScheme } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useChangeAccount } from '../../api/account.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { validateName } from '../courses/validateName.ts';
import { accountText } from './accountText.ts';

/** Name, e-mail and how it all looks. */
export function OwnName({ person }: { readonly person: Person }) {
  const change = useChangeAccount();
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email ?? '');
  const fault = validateName(name);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (fault !== undefined || change.isPending) return;
    change.mutate({ name: name.trim(), ...(email.trim() !== '' && { email: email.trim() }) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg" maw={480}>
        {change.isError && <ErrorPanel error={change.error} title={accountText.notSaved} />}
        <Text size="sm">
          {accountText.login}: <b>{person.login}</b>
        </Text>
        <TextInput
          label={accountText.name}
          description={accountText.nameHint}
          dir="auto"
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fault}
        />
        <TextInput
          label={accountText.email}
          type="email"
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Group gap="md">
          <Button type="submit" variant="default" loading={change.isPending}>
            {accountText.save}
          </Button>
          {change.isSuccess && <Text role="status">{accountText.saved}</Text>}
        </Group>
        <Theme />
      </Stack>
    </form>
  );
}

const schemes = ['light', 'dark', 'auto'] as const;

function Theme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Radio.Group
      label={accountText.theme}
      value={colorScheme}
      onChange={(value) => setColorScheme(schemes.find((scheme) => scheme === value) ?? 'auto')}
    >
      <Group gap="lg" mt="xs">
        {schemes.map((scheme) => (
          <Radio key={scheme} value={scheme} label={accountText.themes[scheme]} />
        ))}
      </Group>
    </Radio.Group>
  );
}
