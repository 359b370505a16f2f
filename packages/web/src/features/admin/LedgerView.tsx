import type { Ledger } from '@labcast/api-client';
import { Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { ledgerQuery, type LedgerFilter } from '../../api/administration.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { GreyLines } from '../../components/GreyLines.tsx';
import { Moment } from '../../components/Moment.tsx';
import { VirtualTable, type GridColumn } from '../../components/VirtualTable.tsx';
import { receiptText } from '../receipts/receiptText.ts';
import { adminText } from './adminText.ts';

type Row = Ledger['rows'][number];

const { ledgerColumns: titles } = adminText;
const show = (at: string | undefined) => (at === undefined ? receiptText.not : <Moment at={at} />);
const columns: GridColumn<Row>[] = [
  { title: titles.kind, width: '90px', show: ({ kind }) => receiptText.kinds[kind] ?? kind },
  {
    title: titles.name,
    width: 'minmax(150px, 1.2fr)',
    isName: true,
    show: ({ name }) => <code>{name}</code>,
  },
  {
    title: titles.owner,
    width: 'minmax(160px, 2fr)',
    show: ({ owner, title, course }) => (
      <bdi title={[owner, title, course].filter(Boolean).join('\n')}>{owner}</bdi>
    ),
  },
  { title: titles.requested, width: '120px', show: ({ requestedAt }) => show(requestedAt) },
  { title: titles.seen, width: '120px', show: ({ seenAt }) => show(seenAt) },
  { title: titles.gone, width: '120px', show: ({ goneAt }) => show(goneAt) },
];
const states = (['all', 'open', 'unseen', 'gone'] as const).map((value) => ({
  value,
  label: adminText.ledgerStates[value],
}));
const typingMs = 300;

/** Everything that was ever allocated, filtered by the server. */
export function LedgerView() {
  const [state, setState] = useState<(typeof states)[number]['value']>('all');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), typingMs);
  const filter: LedgerFilter = {
    ...(state !== 'all' && { state }),
    ...(search !== '' && { search }),
  };
  return (
    <>
      <Group align="flex-end" gap="sm" mb="sm">
        <TextInput
          label={adminText.ledgerFilter}
          type="search"
          w={320}
          maw="100%"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          label={adminText.ledgerState}
          w={160}
          data={states}
          value={state}
          allowDeselect={false}
          onChange={(value) => value !== null && setState(value)}
        />
      </Group>
      <Rows filter={filter} />
    </>
  );
}

function Rows({ filter }: { readonly filter: LedgerFilter }) {
  const ledger = useInfiniteQuery(ledgerQuery(filter));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = ledger;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (ledger.isPending) return <GreyLines label={adminText.loading} count={8} height={32} />;
  const [first] = ledger.data?.pages ?? [];
  if (!ledger.data || !first)
    return (
      <ErrorPanel
        error={ledger.error}
        title={adminText.ledgerUnread}
        onRetry={() => void ledger.refetch()}
      />
    );
  const { all, open, unseen } = first.counts;
  if (all === 0) return <Text>{adminText.ledgerEmpty}</Text>;
  const rows = ledger.data.pages.flatMap((page) => page.rows);
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {adminText.ledgerCounts(all, open, unseen)}
      </Text>
      {rows.length === 0 ? (
        <Text>{adminText.ledgerNone}</Text>
      ) : (
        <VirtualTable
          label={adminText.tabs.ledger}
          rows={rows}
          columns={columns}
          keyOf={({ id }) => id}
          minWidth={860}
          onEnd={more}
        />
      )}
    </>
  );
}
