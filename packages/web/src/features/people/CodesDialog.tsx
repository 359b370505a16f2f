import { Button, Group, List, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { joinCodesQuery, useCreateJoinCode, useRevokeJoinCode } from '../../api/roster.ts';
import { CommandLine } from '../../components/CommandLine.tsx';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Moment } from '../../components/Moment.tsx';
import { importText } from './importText.ts';

interface CodesDialogProps {
  readonly course: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function CodesDialog({ course, isOpen, onClose }: CodesDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={importText.codesTitle} size="lg">
      <NewCode course={course} />
      <Codes course={course} />
    </Modal>
  );
}

function NewCode({ course }: { readonly course: string }) {
  const create = useCreateJoinCode(course);
  const [section, setSection] = useState('');
  const [mostUses, setMostUses] = useState<number | string>('');
  const [days, setDays] = useState<number | string>(14);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    create.mutate({
      validHours: (Number(days) || 14) * 24,
      ...(section.trim() !== '' && { section: section.trim() }),
      ...(typeof mostUses === 'number' && { mostUses }),
    });
  };
  if (create.isSuccess) {
    return (
      <Stack gap="sm">
        <Text role="status">{importText.toldOnce}</Text>
        <CommandLine command={create.data.code} />
        <CommandLine command={create.data.url} />
      </Stack>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>{importText.codesHint}</Text>
        {create.isError && <ErrorPanel error={create.error} title={importText.notMade} />}
        <TextInput
          label={importText.section}
          description={importText.sectionHint}
          maxLength={60}
          value={section}
          onChange={(event) => setSection(event.currentTarget.value)}
        />
        <Group gap="md" align="flex-start">
          <NumberInput
            label={importText.mostUses}
            description={importText.mostUsesHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={1}
            max={100_000}
            allowDecimal={false}
            value={mostUses}
            onChange={setMostUses}
          />
          <NumberInput
            label={importText.validDays}
            inputWrapperOrder={['label', 'input', 'error']}
            min={1}
            max={366}
            allowDecimal={false}
            value={days}
            onChange={setDays}
          />
        </Group>
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {importText.make}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Codes({ course }: { readonly course: string }) {
  const codes = useQuery(joinCodesQuery(course));
  const revoke = useRevokeJoinCode(course);
  const joinCodes = codes.data?.joinCodes ?? [];
  if (codes.isError) return <ErrorPanel error={codes.error} title={importText.codes} />;
  if (joinCodes.length === 0) return null;
  return (
    <section aria-label={importText.codes}>
      <Text fw={600} mt="lg">
        {importText.codes}
      </Text>
      {revoke.isError && <ErrorPanel error={revoke.error} title={importText.revoke} />}
      <List listStyleType="none" size="sm">
        {joinCodes.map(({ id, section, state, uses, mostUses, expiresAt }) => (
          <List.Item key={id}>
            <Group gap="sm">
              <span>
                {section !== undefined && `${importText.section} ${section}, `}
                {importText.states[state]}, {importText.uses(uses, mostUses)}, {importText.until}{' '}
                <Moment at={expiresAt} />
              </span>
              {state === 'open' && (
                <ConfirmButton
                  question={importText.revokeQuestion}
                  onConfirm={() => revoke.mutate(id)}
                >
                  {importText.revoke}
                </ConfirmButton>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
