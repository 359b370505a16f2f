import type { CourseRole } from '@labcast/api-client';
import {
  Button,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useCreateMember, useSetMember } from '../../api/people.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { HandOver } from './HandOver.tsx';
import { NewcomerFields } from './NewcomerFields.tsx';
import { peopleText } from './peopleText.ts';
import { roleChoices } from './roleChoices.ts';
import { validateNewcomer, type Newcomer } from './validateNewcomer.ts';

interface AddMemberDialogProps {
  readonly course: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AddMemberDialog({ course, isOpen, onClose }: AddMemberDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={peopleText.addTitle}>
      <AddMemberForm course={course} onClose={onClose} />
    </Modal>
  );
}

const nobody: Newcomer = { name: '', login: '', password: '', email: '' };

function AddMemberForm({ course, onClose }: Omit<AddMemberDialogProps, 'isOpen'>) {
  const create = useCreateMember(course);
  const put = useSetMember(course);
  const [kind, setKind] = useState<'new' | 'known'>('new');
  const [role, setRole] = useState<CourseRole>('student');
  const [newcomer, setNewcomer] = useState(nobody);
  const [known, setKnown] = useState('');
  const [section, setSection] = useState('');
  const [wasTried, setTried] = useState(false);
  const isPending = create.isPending || put.isPending;
  const failed = kind === 'new' ? create.error : put.error;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isPending) return;
    if (kind === 'known') {
      const person = known.trim().toLowerCase();
      if (person !== '') put.mutate({ person, role }, { onSuccess: onClose });
      return;
    }
    if (Object.keys(validateNewcomer(newcomer, true)).length > 0) return;
    const { email, password, ...rest } = newcomer;
    create.mutate({
      ...rest,
      role,
      ...(email !== '' && { email }),
      ...(password !== '' && { password }),
      ...(section.trim() !== '' && { section: section.trim() }),
    });
  };
  if (create.isSuccess && newcomer.password === '') return <ToInvite onDone={onClose} />;
  if (create.isSuccess) return <HandOver newcomer={newcomer} onDone={onClose} />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <SegmentedControl
          fullWidth
          value={kind}
          onChange={(value) => setKind(value === 'known' ? 'known' : 'new')}
          data={[
            { value: 'new', label: peopleText.addNew },
            { value: 'known', label: peopleText.addKnown },
          ]}
        />
        {failed && <ErrorPanel error={failed} title={peopleText.notAdded} />}
        {kind === 'new' ? (
          <NewcomerFields
            newcomer={newcomer}
            faults={wasTried ? validateNewcomer(newcomer, true) : {}}
            passwordHint={peopleText.passwordOrLink}
            onChange={(part) => setNewcomer((before) => ({ ...before, ...part }))}
          />
        ) : (
          <TextInput
            label={peopleText.loginOrId}
            autoCapitalize="none"
            spellCheck={false}
            value={known}
            onChange={(event) => setKnown(event.currentTarget.value)}
            error={wasTried && known.trim() === '' && peopleText.needed}
          />
        )}
        {kind === 'new' && <SectionField section={section} onChange={setSection} />}
        <Select
          label={peopleText.role}
          description={peopleText.roleHints[role]}
          data={roleChoices}
          value={role}
          allowDeselect={false}
          onChange={(value) => value !== null && setRole(value)}
        />
        <Buttons isPending={isPending} onClose={onClose} />
      </Stack>
    </form>
  );
}

function ToInvite({ onDone }: { readonly onDone: () => void }) {
  return (
    <Stack gap="md">
      <Text role="status">{peopleText.addedToInvite}</Text>
      <Group justify="flex-end">
        <Button onClick={onDone} data-autofocus>
          {peopleText.done}
        </Button>
      </Group>
    </Stack>
  );
}

interface SectionFieldProps {
  readonly section: string;
  readonly onChange: (section: string) => void;
}

function SectionField({ section, onChange }: SectionFieldProps) {
  return (
    <TextInput
      label={peopleText.section}
      description={peopleText.optional}
      maxLength={60}
      value={section}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Buttons({ isPending, onClose }: { isPending: boolean; onClose: () => void }) {
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onClose}>
        {peopleText.cancel}
      </Button>
      <Button type="submit" loading={isPending}>
        {peopleText.addToCourse}
      </Button>
    </Group>
  );
}
