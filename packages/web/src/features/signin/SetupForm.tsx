import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useSetUp } from '../../api/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { isLinkRefused, SetupLinkRefused } from './SetupLinkRefused.tsx';
import { signInText } from './signInText.ts';
import { validateAccount, type AccountFaults } from './validateAccount.ts';

const empty = { name: '', login: '', password: '' };

/** Makes the first administrator. Faults show beside their fields once it was tried. */
export function SetupForm({ token }: { readonly token: string }) {
  const setUp = useSetUp();
  const [account, setAccount] = useState(empty);
  const [wasTried, setTried] = useState(false);
  const faults: AccountFaults = wasTried ? validateAccount(account) : {};
  const set = (part: Partial<typeof empty>) => setAccount((before) => ({ ...before, ...part }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const isValid = Object.keys(validateAccount(account)).length === 0;
    if (isValid && !setUp.isPending) setUp.mutate({ token, ...account });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {setUp.isError && <SetupFailure error={setUp.error} />}
        <TextInput
          label={signInText.yourName}
          description={signInText.yourNameHint}
          autoComplete="name"
          dir="auto"
          autoFocus
          value={account.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={faults.name}
        />
        <TextInput
          label={signInText.yourLogin}
          description={signInText.yourLoginHint}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={account.login}
          onChange={(event) => set({ login: event.currentTarget.value })}
          error={faults.login}
        />
        <PasswordInput
          label={signInText.newPassword}
          description={signInText.newPasswordHint}
          autoComplete="new-password"
          value={account.password}
          onChange={(event) => set({ password: event.currentTarget.value })}
          error={faults.password}
        />
        <Button type="submit" loading={setUp.isPending}>
          {signInText.create}
        </Button>
      </Stack>
    </form>
  );
}

function SetupFailure({ error }: { readonly error: unknown }) {
  if (!isLinkRefused(error)) return <ErrorPanel error={error} title={signInText.create} />;
  return <SetupLinkRefused />;
}
