import { Button, Group, ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import type { EnvironmentReceipt } from '../../api/receipts.ts';
import { printDate } from '../../components/printMoment.ts';
import { countReceipt } from './countReceipt.ts';
import classes from './receipts.module.css';
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

const widths: Readonly<Record<string, string | undefined>> = {
  kind: classes.kind,
  name: classes.name,
};

const show = (at: string | undefined) =>
  at === undefined ? receiptText.not : printDate(Date.parse(at));

function Environment({ assignment, receipt }: { assignment: string; receipt: EnvironmentReceipt }) {
  const { columns } = receiptText;
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
      <ScrollArea>
        <Table fz="sm" className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              {Object.entries(columns).map(([key, title]) => (
                <Table.Th key={key} className={widths[key]}>
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {receipt.rows.map(({ kind, name, requestedAt, seenAt, goneAt }) => (
              <Table.Tr key={`${kind} ${name} ${requestedAt}`}>
                <Table.Td>{receiptText.kinds[kind] ?? kind}</Table.Td>
                <Table.Td ff="monospace">{name}</Table.Td>
                <Table.Td data-label={columns.requested}>{show(requestedAt)}</Table.Td>
                <Table.Td data-label={columns.seen}>{show(seenAt)}</Table.Td>
                <Table.Td data-label={columns.gone}>{show(goneAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </section>
  );
}
