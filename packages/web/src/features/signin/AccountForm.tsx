import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { signInText } from './signInText.ts';
import { validateAccount, type AccountFaults, type NewAccount } from './validateAccount.ts';

const empty: NewAccount = { name: '', login: '', password: '' };

interface AccountFormProps {
  /** Of the last try, above the fields. */
  readonly failure: ReactNode;
  readonly autoFocus?: boolean;
  /** More fields, above the password. */
  readonly children?: ReactNode;
  readonly button: string;
  readonly isPending: boolean;
  readonly onSubmit: (account: NewAccount) => void;
}

/** A new account of one's own. Faults show beside their fields once it was tried. */
export function AccountForm(props: AccountFormProps) {
  const { failure, autoFocus = false, children, button, isPending, onSubmit } = props;
  const [account, setAccount] = useState(empty);
  const [wasTried, setTried] = useState(false);
  const faults: AccountFaults = wasTried ? validateAccount(account) : {};
  const set = (part: Partial<NewAccount>) => setAccount((before) => ({ ...before, ...part }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const isValid = Object.keys(validateAccount(account)).length === 0;
    if (isValid && !isPending) onSubmit(account);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {failure}
        <TextInput
          label={signInText.yourName}
          description={signInText.yourNameHint}
          autoComplete="name"
          dir="auto"
          autoFocus={autoFocus}
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
        {children}
        <PasswordInput
          label={signInText.newPassword}
          description={signInText.newPasswordHint}
          autoComplete="new-password"
          value={account.password}
          onChange={(event) => set({ password: event.currentTarget.value })}
          error={faults.password}
        />
        <Button type="submit" loading={isPending}>
          {button}
        </Button>
      </Stack>
    </form>
  );
}
