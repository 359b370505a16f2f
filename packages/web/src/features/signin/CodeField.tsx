import { Anchor, Button, Group, TextInput } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { signInText } from './signInText.ts';

/** Where a code from the board is typed; a link has it already. */
export function CodeField() {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  if (!isOpen) {
    return (
      <Anchor component="button" type="button" ta="start" mih={24} onClick={() => setOpen(true)}>
        {signInText.haveCode}
      </Anchor>
    );
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = code.trim();
    if (typed !== '') void router.navigate({ to: '/join/$code', params: { code: typed } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          label={signInText.code}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {signInText.join}
        </Button>
      </Group>
    </form>
  );
}
