import type { Sweep } from '@labcast/api-client';
import { Button, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { sweep } from '../../api/administration.ts';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { receiptText } from '../receipts/receiptText.ts';
import { adminText } from './adminText.ts';

/** Looks for what belongs to nobody, shows exactly that, and removes it when it is told to. */
export function SweepView() {
  const look = useMutation({ mutationFn: () => sweep(false) });
  const remove = useMutation({ mutationFn: () => sweep(true), onSuccess: () => look.reset() });
  const failed = look.error ?? remove.error ?? undefined;
  const reason = look.data?.error ?? remove.data?.error;
  return (
    <Stack gap="md" align="flex-start">
      <Button
        variant="default"
        loading={look.isPending}
        onClick={() => {
          remove.reset();
          look.mutate();
        }}
      >
        {adminText.look}
      </Button>
      {failed && <ErrorPanel error={failed} title={adminText.lookFailed} />}
      {reason !== undefined && (
        <ErrorPanel error={new Error(reason)} title={adminText.lookFailed} />
      )}
      {look.data && reason === undefined && (
        <Found found={look.data} isRemoving={remove.isPending} onRemove={() => remove.mutate()} />
      )}
      {remove.data && reason === undefined && (
        <Text role="status">{adminText.swept(remove.data.orphans.length)}</Text>
      )}
    </Stack>
  );
}

interface FoundProps {
  readonly found: Sweep;
  readonly isRemoving: boolean;
  readonly onRemove: () => void;
}

function Found({ found: { orphans }, isRemoving, onRemove }: FoundProps) {
  if (orphans.length === 0) return <Text role="status">{adminText.clean}</Text>;
  return (
    <Stack gap="sm" align="flex-start" w="100%">
      <Text role="status" fw={600}>
        {adminText.orphans(orphans.length)}
      </Text>
      <ScrollArea w="100%">
        <Table fz="sm" miw={560}>
          <Table.Thead>
            <Table.Tr>
              {Object.values(adminText.orphanColumns).map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {orphans.map(({ kind, name, reason }) => (
              <Table.Tr key={`${kind} ${name}`}>
                <Table.Td>{receiptText.kinds[kind] ?? kind}</Table.Td>
                <Table.Td ff="monospace">{name}</Table.Td>
                <Table.Td>{reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      <ConfirmButton
        size="sm"
        variant="filled"
        loading={isRemoving}
        question={adminText.sweepQuestion(orphans.length)}
        onConfirm={onRemove}
      >
        {adminText.sweep(orphans.length)}
      </ConfirmButton>
    </Stack>
  );
}
