import { personLimits } from '@labcast/domain';
import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useChangePassword } from '../../api/account.ts';
import { RequestError } from '../../api/RequestError.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { useCapsLock } from '../signin/useCapsLock.ts';
import { signInText } from '../signin/signInText.ts';
import { accountText } from './accountText.ts';

const least = personLimits.shortestPassword;

/** Changing it signs the person out everywhere else. */
export function OwnPassword({ login }: { readonly login: string }) {
  const change = useChangePassword();
  const capsLock = useCapsLock();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [wasTried, setTried] = useState(false);
  const isWrong = change.error instanceof RequestError && change.error.status === 401;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (present === '' || next.length < least || change.isPending) return;
    change.mutate(
      { present, password: next },
      {
        onSuccess: () => {
          setPresent('');
          setNext('');
          setTried(false);
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg" maw={480}>
        <Title order={2}>{accountText.password}</Title>
        {change.isError && !isWrong && (
          <ErrorPanel error={change.error} title={accountText.notSaved} />
        )}
        {/* For password managers, which want to know whose password it is. */}
        <input type="text" autoComplete="username" value={login} readOnly hidden />
        <PasswordInput
          label={accountText.present}
          autoComplete="current-password"
          value={present}
          onChange={(event) => setPresent(event.currentTarget.value)}
          description={capsLock.isOn ? signInText.capsLock : undefined}
          error={
            isWrong
              ? accountText.wrong
              : wasTried && present === '' && !change.isSuccess && accountText.needed
          }
          {...capsLock.listeners}
        />
        <PasswordInput
          label={accountText.next}
          description={accountText.nextHint(least)}
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          error={wasTried && next.length < least && accountText.nextHint(least)}
        />
        <Group gap="md">
          <Button type="submit" variant="default" loading={change.isPending}>
            {accountText.change}
          </Button>
          {change.isSuccess && <Text role="status">{accountText.changed}</Text>}
        </Group>
      </Stack>
    </form>
  );
}
