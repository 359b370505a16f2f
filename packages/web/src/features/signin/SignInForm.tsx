import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { RequestError } from '../../api/RequestError.ts';
import { useSignIn } from '../../api/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { printDuration } from '../../components/printDuration.ts';
import { useNow } from '../../components/useNow.ts';
import { signInText } from './signInText.ts';
import { useCapsLock } from './useCapsLock.ts';

/** What was typed stays until it is accepted. */
export function SignInForm() {
  const signIn = useSignIn();
  const capsLock = useCapsLock();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const waitMs = useWait(signIn.error, signIn.submittedAt);
  const isWrong = signIn.error instanceof RequestError && signIn.error.status === 401;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!signIn.isPending && waitMs <= 0) signIn.mutate({ login, password });
  };
  const isOther = signIn.isError && !isWrong && !isRefusedForNow(signIn.error);
  const fault =
    waitMs > 0 ? signInText.tooMany(printDuration(waitMs)) : isWrong ? signInText.wrong : undefined;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {isOther && <ErrorPanel error={signIn.error} title={signInText.signIn} />}
        <TextInput
          label={signInText.login}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          error={fault !== undefined}
        />
        <PasswordInput
          label={signInText.password}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          description={capsLock.isOn ? signInText.capsLock : undefined}
          error={fault}
          {...capsLock.listeners}
        />
        <Button type="submit" loading={signIn.isPending} disabled={waitMs > 0}>
          {signInText.signIn}
        </Button>
      </Stack>
    </form>
  );
}

function isRefusedForNow(error: unknown): error is RequestError {
  return error instanceof RequestError && error.status === 429;
}

/** Milliseconds until the server listens again. */
function useWait(error: unknown, since: number): number {
  const seconds = isRefusedForNow(error) ? (error.retryAfterSeconds ?? 30) : 0;
  const now = useNow(seconds > 0);
  return seconds === 0 ? 0 : Math.max(0, since + seconds * 1000 - now);
}
