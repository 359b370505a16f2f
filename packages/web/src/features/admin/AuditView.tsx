import type { Audit } from '@labcast/api-client';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { auditQuery, readWholeAudit } from '../../api/administration.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { GreyLines } from '../../components/GreyLines.tsx';
import { Moment } from '../../components/Moment.tsx';
import { saveFile } from '../../components/saveFile.ts';
import { VirtualTable, type GridColumn } from '../../components/VirtualTable.tsx';
import { adminText } from './adminText.ts';
import { describeDeed } from './describeDeed.ts';
import { writeCsv } from './writeCsv.ts';

type Entry = Audit['entries'][number];

const { auditColumns: titles } = adminText;
const columns: GridColumn<Entry>[] = [
  { title: titles.at, width: '130px', show: ({ at }) => <Moment at={at} /> },
  {
    title: titles.actor,
    width: 'minmax(100px, 1fr)',
    show: ({ actor }) => <bdi title={actor}>{actor}</bdi>,
  },
  {
    title: titles.action,
    width: 'minmax(160px, 1.5fr)',
    isName: true,
    show: ({ action }) => <span title={action}>{describeDeed(action)}</span>,
  },
  {
    title: titles.target,
    width: 'minmax(140px, 2fr)',
    show: ({ target }) => <bdi title={target}>{target}</bdi>,
  },
  { title: titles.result, width: '70px', show: ({ status }) => status },
  {
    title: titles.address,
    width: '130px',
    show: ({ address }) => <span title={address}>{address}</span>,
  },
];

/** Who changed what: as much as was scrolled to, and the filter over it. */
export function AuditView() {
  const audit = useInfiniteQuery(auditQuery);
  const [filter, setFilter] = useState('');
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = audit;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (audit.isPending) return <GreyLines label={adminText.loading} count={8} height={32} />;
  if (!audit.data)
    return (
      <ErrorPanel
        error={audit.error}
        title={adminText.auditUnread}
        onRetry={() => void audit.refetch()}
      />
    );
  const entries = audit.data.pages.flatMap((page) => page.entries);
  const shown = entries.filter((entry) => matches(entry, filter));
  if (entries.length === 0) return <Text>{adminText.auditEmpty}</Text>;
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="sm">
        <TextInput
          label={adminText.auditFilter}
          type="search"
          w={360}
          maw="100%"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <SaveCsv filter={filter} />
      </Group>
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {adminText.auditCount(shown.length, entries.length, !hasNextPage)}
      </Text>
      {shown.length === 0 && !hasNextPage && <Text>{adminText.auditNone}</Text>}
      {shown.length === 0 && hasNextPage && <ReadOn more={more} />}
      {shown.length > 0 && (
        <VirtualTable
          label={adminText.tabs.audit}
          rows={shown}
          columns={columns}
          keyOf={({ id }) => id}
          minWidth={860}
          onEnd={more}
        />
      )}
    </>
  );
}

/** Nothing of what was read matches: older entries may. */
function ReadOn({ more }: { readonly more: () => void }) {
  return (
    <Button variant="default" onClick={more}>
      {adminText.readOn}
    </Button>
  );
}

function matches({ actor, action, target, address }: Entry, filter: string): boolean {
  const text =
    `${actor} ${action} ${describeDeed(action)} ${target} ${address}`.toLocaleLowerCase();
  return filter
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function SaveCsv({ filter }: { readonly filter: string }) {
  const save = useMutation({
    mutationFn: async () => {
      const entries = (await readWholeAudit()).filter((entry) => matches(entry, filter));
      const rows = entries.map(({ at, actor, action, target, status, address }) => [
        at,
        actor,
        action,
        target,
        String(status),
        address,
      ]);
      saveFile('audit.csv', 'text/csv', writeCsv([Object.values(titles), ...rows]));
    },
  });
  return (
    <>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {adminText.csv}
      </Button>
      {save.isError && <ErrorPanel error={save.error} title={adminText.auditUnread} />}
    </>
  );
}
