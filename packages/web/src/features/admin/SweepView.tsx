import type { Sweep } from '@labcast/api-client';
import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { sweep } from '../../api/administration.ts';
import type { Column } from '../../components/Column.ts';
import { ConfirmButton } from '../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { RecordTable } from '../../components/RecordTable.tsx';
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

const { orphanColumns: titles } = adminText;
const columns: Column<Sweep['orphans'][number]>[] = [
  { title: titles.kind, show: ({ kind }) => receiptText.kinds[kind] ?? kind },
  { title: titles.name, isName: true, show: ({ name }) => <code>{name}</code> },
  { title: titles.why, show: ({ reason }) => reason },
];

function Found({ found: { orphans }, isRemoving, onRemove }: FoundProps) {
  if (orphans.length === 0) return <Text role="status">{adminText.clean}</Text>;
  return (
    <Stack gap="sm" align="flex-start" w="100%">
      <Text role="status" fw={600}>
        {adminText.orphans(orphans.length)}
      </Text>
      <RecordTable
        label={adminText.orphans(orphans.length)}
        rows={orphans}
        columns={columns}
        keyOf={({ kind, name }) => `${kind} ${name}`}
        minWidth={560}
      />
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
