import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useCreatePerson } from '../../api/people.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { HandOver } from './HandOver.tsx';
import { NewcomerFields } from './NewcomerFields.tsx';
import { peopleText } from './peopleText.ts';
import { validateNewcomer, type Newcomer } from './validateNewcomer.ts';

interface NewPersonDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NewPersonDialog({ title, isOpen, onClose }: NewPersonDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      <NewPersonForm title={title} onClose={onClose} />
    </Modal>
  );
}

const nobody: Newcomer = { name: '', login: '', password: '', email: '' };

function NewPersonForm({ title, onClose }: Omit<NewPersonDialogProps, 'isOpen'>) {
  const create = useCreatePerson();
  const [newcomer, setNewcomer] = useState(nobody);
  const [isAdministrator, setAdministrator] = useState(false);
  const [wasTried, setTried] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(validateNewcomer(newcomer)).length > 0 || create.isPending) return;
    const { email, ...rest } = newcomer;
    create.mutate({ ...rest, isAdministrator, ...(email !== '' && { email }) });
  };
  if (create.isSuccess) return <HandOver newcomer={newcomer} onDone={onClose} />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        {create.isError && <ErrorPanel error={create.error} title={peopleText.notAdded} />}
        <NewcomerFields
          newcomer={newcomer}
          faults={wasTried ? validateNewcomer(newcomer) : {}}
          onChange={(part) => setNewcomer((before) => ({ ...before, ...part }))}
        />
        <Checkbox
          label={peopleText.administrator}
          description={peopleText.administratorHint}
          checked={isAdministrator}
          onChange={(event) => setAdministrator(event.currentTarget.checked)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {peopleText.cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {title}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
