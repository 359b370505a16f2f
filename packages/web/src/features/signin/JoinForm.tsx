import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useJoinWithAccount } from '../../api/entrance.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { signInText } from './signInText.ts';
import { validateAccount, type AccountFaults } from './validateAccount.ts';

const empty = { name: '', login: '', email: '', studentNumber: '', password: '' };

interface JoinFormProps {
  readonly code: string;
  readonly course: string;
  readonly onJoined: () => void;
}

/** A new account, and with it into the course. */
export function JoinForm({ code, course, onJoined }: JoinFormProps) {
  const join = useJoinWithAccount(onJoined);
  const [account, setAccount] = useState(empty);
  const [wasTried, setTried] = useState(false);
  const faults: AccountFaults = wasTried ? validateAccount(account) : {};
  const set = (part: Partial<typeof empty>) => setAccount((before) => ({ ...before, ...part }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(validateAccount(account)).length > 0 || join.isPending) return;
    const { email, studentNumber, ...rest } = account;
    join.mutate({
      code,
      ...rest,
      ...(email.trim() !== '' && { email: email.trim() }),
      ...(studentNumber.trim() !== '' && { studentNumber: studentNumber.trim() }),
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {join.isError && <ErrorPanel error={join.error} title={signInText.notJoined} />}
        <TextInput
          label={signInText.yourName}
          description={signInText.yourNameHint}
          autoComplete="name"
          dir="auto"
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
        <TextInput
          label={signInText.email}
          description={signInText.optional}
          type="email"
          autoComplete="email"
          value={account.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <TextInput
          label={signInText.studentNumber}
          description={signInText.optional}
          value={account.studentNumber}
          onChange={(event) => set({ studentNumber: event.currentTarget.value })}
        />
        <PasswordInput
          label={signInText.newPassword}
          description={signInText.newPasswordHint}
          autoComplete="new-password"
          value={account.password}
          onChange={(event) => set({ password: event.currentTarget.value })}
          error={faults.password}
        />
        <Button type="submit" loading={join.isPending}>
          {signInText.joinCourse(course)}
        </Button>
      </Stack>
    </form>
  );
}
