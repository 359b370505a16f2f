import { personLimits } from '@labcast/domain';
import { Button, Group, TextInput } from '@mantine/core';
import { peopleText } from './peopleText.ts';
import { suggestPassword } from './suggestPassword.ts';
import type { Newcomer, NewcomerFaults } from './validateNewcomer.ts';

interface NewcomerFieldsProps {
  readonly newcomer: Newcomer;
  readonly faults: NewcomerFaults;
  readonly onChange: (part: Partial<Newcomer>) => void;
  /** Instead of the usual one. */
  readonly passwordHint?: string;
}

/** Who somebody new is. The password is shown: it is there to be handed over. */
export function NewcomerFields({ newcomer, faults, onChange, passwordHint }: NewcomerFieldsProps) {
  return (
    <>
      <TextInput
        label={peopleText.name}
        description={peopleText.nameHint}
        dir="auto"
        autoComplete="off"
        value={newcomer.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={faults.name}
      />
      <TextInput
        label={peopleText.login}
        description={peopleText.loginHint}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        value={newcomer.login}
        onChange={(event) => onChange({ login: event.currentTarget.value })}
        error={faults.login}
      />
      <TextInput
        label={peopleText.email}
        description={peopleText.optional}
        type="email"
        autoComplete="off"
        value={newcomer.email}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
        error={faults.email}
      />
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          label={peopleText.password}
          description={passwordHint ?? peopleText.passwordHint(personLimits.shortestPassword)}
          autoComplete="off"
          spellCheck={false}
          value={newcomer.password}
          onChange={(event) => onChange({ password: event.currentTarget.value })}
          error={faults.password}
        />
        <Button variant="default" onClick={() => onChange({ password: suggestPassword() })}>
          {peopleText.suggest}
        </Button>
      </Group>
    </>
  );
}
