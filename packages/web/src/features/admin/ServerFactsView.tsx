import type { ServerFacts } from '@labcast/api-client';
import { Stack, Table, Text, Title } from '@mantine/core';
import { Moment } from '../../components/Moment.tsx';
import { adminText } from './adminText.ts';

/** What the installation is and where its parts are. */
export function ServerFactsView({ facts }: { readonly facts: ServerFacts }) {
  const { version, startedAt, nodeVersion, publicUrl, places } = facts;
  return (
    <Stack gap="lg">
      <Facts
        rows={[
          [adminText.version, version],
          [adminText.started, <Moment key="at" at={startedAt} />],
          [adminText.node, nodeVersion],
          [adminText.address, publicUrl ?? adminText.loopback(location.origin)],
        ]}
      />
      <Title order={2}>{adminText.places}</Title>
      <Facts rows={places.map(({ name, value }) => [name, value])} />
      <Text size="sm" c="dimmed">
        {adminText.change}
      </Text>
    </Stack>
  );
}

function Facts({ rows }: { readonly rows: readonly (readonly [string, React.ReactNode])[] }) {
  return (
    <Table fz="sm" maw={760}>
      <Table.Tbody>
        {rows.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" w={200} fw={400}>
              {name}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
