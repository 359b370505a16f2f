import type { Person } from '@labcast/api-client';
import { personLimits } from '@labcast/domain';
import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useChangePerson, useRemovePerson } from '../../api/people.ts';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { validateName } from '../courses/validateName.ts';
import { peopleText } from './peopleText.ts';
import { suggestPassword } from './suggestPassword.ts';

interface ChangePersonDialogProps {
  /** Undefined while it is closed. */
  readonly person: Person | undefined;
  readonly onClose: () => void;
}

export function ChangePersonDialog({ person, onClose }: ChangePersonDialogProps) {
  const title = person ? <bdi>{peopleText.changeTitle(person.name)}</bdi> : '';
  return (
    <Modal opened={person !== undefined} onClose={onClose} title={title}>
      {person && <ChangePersonForm person={person} onClose={onClose} />}
    </Modal>
  );
}

function ChangePersonForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const change = useChangePerson();
  const remove = useRemovePerson();
  const [name, setName] = useState(person.name);
  const [isAdministrator, setAdministrator] = useState(person.isAdministrator);
  const [password, setPassword] = useState('');
  const isShort = password !== '' && password.length < personLimits.shortestPassword;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (validateName(name) !== undefined || isShort || change.isPending) return;
    change.mutate(
      {
        person: person.id,
        name: name.trim(),
        isAdministrator,
        ...(password !== '' && { password }),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {change.isError && <ErrorPanel error={change.error} title={peopleText.notChanged} />}
        {remove.isError && <ErrorPanel error={remove.error} title={peopleText.notRemoved} />}
        <TextInput
          label={peopleText.name}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={validateName(name)}
        />
        <Checkbox
          label={peopleText.administrator}
          description={peopleText.administratorHint}
          checked={isAdministrator}
          onChange={(event) => setAdministrator(event.currentTarget.checked)}
        />
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <TextInput
            flex={1}
            label={peopleText.newPassword}
            description={peopleText.setPassword}
            autoComplete="off"
            spellCheck={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={isShort && peopleText.passwordHint(personLimits.shortestPassword)}
          />
          <Button variant="default" onClick={() => setPassword(suggestPassword())}>
            {peopleText.suggest}
          </Button>
        </Group>
        <Group justify="space-between" gap="sm">
          <ConfirmButton
            size="sm"
            question={peopleText.deleteQuestion}
            loading={remove.isPending}
            onConfirm={() => remove.mutate(person.id, { onSuccess: onClose })}
          >
            {peopleText.deletePerson}
          </ConfirmButton>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              {peopleText.cancel}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {peopleText.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
