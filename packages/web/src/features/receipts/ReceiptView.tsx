import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { EnvironmentReceipt } from '../../api/receipts.ts';
import type { Column } from '../../components/Column.ts';
import { printDate } from '../../components/printMoment.ts';
import { RecordTable } from '../../components/RecordTable.tsx';
import { countReceipt } from './countReceipt.ts';
import { receiptText } from './receiptText.ts';

interface ReceiptViewProps {
  /** By the assignment's name. */
  readonly parts: readonly {
    readonly name: string;
    readonly environments: readonly EnvironmentReceipt[];
  }[];
  readonly isEnding: boolean;
}

/** What was allocated, and when each of it was seen gone. To be kept: it prints well. */
export function ReceiptView({ parts, isEnding }: ReceiptViewProps) {
  const count = countReceipt(
    parts.flatMap(({ environments }) => environments),
    isEnding,
  );
  return (
    <Stack gap="xl">
      <Group justify="space-between">
        <Text role="status">{summarise(count)}</Text>
        {count.all > 0 && (
          <Button variant="default" data-noprint onClick={() => globalThis.print()}>
            {receiptText.print}
          </Button>
        )}
      </Group>
      {parts.flatMap(({ name, environments }) =>
        environments.map((environment) => (
          <Environment key={environment.id} assignment={name} receipt={environment} />
        )),
      )}
    </Stack>
  );
}

function summarise({ state, all, gone }: ReturnType<typeof countReceipt>): string {
  switch (state) {
    case 'nothing':
      return receiptText.nothing;
    case 'gone':
      return receiptText.allGone(all);
    case 'going':
      return receiptText.going(gone, all);
    case 'in-use':
      return receiptText.inUse(gone, all);
  }
}

const show = (at: string | undefined) =>
  at === undefined ? receiptText.not : printDate(Date.parse(at));

const { columns: titles } = receiptText;
const columns: Column<EnvironmentReceipt['rows'][number]>[] = [
  { title: titles.kind, width: '11%', show: ({ kind }) => receiptText.kinds[kind] ?? kind },
  { title: titles.name, width: '26%', isName: true, show: ({ name }) => <code>{name}</code> },
  { title: titles.requested, show: ({ requestedAt }) => show(requestedAt) },
  { title: titles.seen, show: ({ seenAt }) => show(seenAt) },
  { title: titles.gone, show: ({ goneAt }) => show(goneAt) },
];

function Environment({ assignment, receipt }: { assignment: string; receipt: EnvironmentReceipt }) {
  return (
    <section>
      <Title order={2}>
        <bdi>{assignment}</bdi> / {receipt.environment}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {receiptText.made} {show(receipt.createdAt)}
        {receipt.removedAt !== undefined && (
          <>
            , {receiptText.removed} {show(receipt.removedAt)}
          </>
        )}
      </Text>
      <RecordTable
        label={`${assignment} / ${receipt.environment}`}
        rows={receipt.rows}
        columns={columns}
        keyOf={({ kind, name, requestedAt }) => `${kind} ${name} ${requestedAt}`}
        minWidth={860}
        layout="fixed"
      />
    </section>
  );
}
