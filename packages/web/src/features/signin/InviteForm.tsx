import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAcceptInvitation } from '../../api/entrance.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { signInText } from './signInText.ts';
import { validateAccount } from './validateAccount.ts';

interface InviteFormProps {
  readonly token: string;
  readonly name: string;
  readonly login: string;
}

/** The first password of somebody whose account is there already. */
export function InviteForm({ token, name, login }: InviteFormProps) {
  const accept = useAcceptInvitation();
  const [password, setPassword] = useState('');
  const [wasTried, setTried] = useState(false);
  const fault = validateAccount({ name, login, password }).password;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (fault === undefined && !accept.isPending) accept.mutate({ token, password });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {accept.isError && <ErrorPanel error={accept.error} title={signInText.notAccepted} />}
        <TextInput
          label={signInText.youSignInAs}
          name="username"
          autoComplete="username"
          readOnly
          value={login}
        />
        <PasswordInput
          label={signInText.newPassword}
          description={signInText.newPasswordHint}
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={wasTried && fault}
        />
        <Button type="submit" loading={accept.isPending}>
          {signInText.accept}
        </Button>
      </Stack>
    </form>
  );
}
