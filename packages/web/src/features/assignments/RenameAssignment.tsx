import type { AssignmentDetail } from '@labcast/api-client';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useRenameAssignment } from '../../api/assignments.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { validateName } from '../courses/validateName.ts';
import { assignmentText } from './assignmentText.ts';

export function RenameAssignment({ assignment }: { readonly assignment: AssignmentDetail }) {
  const rename = useRenameAssignment(assignment.slug);
  const [name, setName] = useState(assignment.name);
  const fault = validateName(name);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const isNew = name.trim() !== assignment.name;
    if (fault === undefined && isNew && !rename.isPending) rename.mutate(name.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      {rename.isError && <ErrorPanel error={rename.error} title={assignmentText.notChanged} />}
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          label={assignmentText.name}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fault}
        />
        <Button type="submit" variant="default" loading={rename.isPending}>
          {assignmentText.rename}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        {assignmentText.renameText}
      </Text>
    </form>
  );
}
