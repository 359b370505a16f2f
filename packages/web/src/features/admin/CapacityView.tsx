import type { Capacity, Course } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Group, ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { coursesQuery } from '../../api/courses.ts';
import { CommandLine } from '../../components/CommandLine.tsx';
import { Moment } from '../../components/Moment.tsx';
import { adminText } from './adminText.ts';
import { Meter } from './Meter.tsx';

/** The engine looks every few seconds. */
const staleSeconds = 30;

export function CapacityView({ capacity }: { readonly capacity: Capacity }) {
  const courses = useQuery(coursesQuery).data?.courses ?? [];
  const { host, observedAt, ageSeconds = 0, promised, overcommit, environments } = capacity;
  if (!host || observedAt === undefined)
    return (
      <Stack gap="sm" align="flex-start">
        <Text>{adminText.notLooked}</Text>
        <CommandLine command={adminText.doctor} />
      </Stack>
    );
  return (
    <Stack gap="xl">
      <Group gap="md">
        <Text size="sm">{adminText.cpus(host.cpus)}</Text>
        <Text size="sm">{adminText.labs(environments)}</Text>
        <Text size="sm" c="dimmed">
          {adminText.seen} <Moment at={observedAt} />
        </Text>
      </Group>
      {ageSeconds > staleSeconds && <Text role="status">{adminText.stale}</Text>}
      <Meter
        label={adminText.memory}
        used={host.memoryTotalBytes - host.memoryAvailableBytes}
        all={host.memoryTotalBytes}
        promised={promised.memoryBytes}
        factor={overcommit.memory}
      />
      <Meter
        label={adminText.disk}
        used={host.poolUsedBytes}
        all={host.poolTotalBytes}
        promised={promised.storageBytes}
        factor={overcommit.storage}
      />
      <ByCourse courses={courses} promised={promised} />
    </Stack>
  );
}

interface ByCourseProps {
  readonly courses: readonly Course[];
  readonly promised: Capacity['promised'];
}

/** The largest first; what is left of all belongs to no course. */
function ByCourse({ courses, promised }: ByCourseProps) {
  const taking = courses
    .filter((course) => course.promised.storageBytes > 0)
    .toSorted((a, b) => b.promised.memoryBytes - a.promised.memoryBytes);
  const sum = (key: keyof Capacity['promised']) =>
    promised[key] - taking.reduce((total, course) => total + course.promised[key], 0);
  const rest = { memoryBytes: sum('memoryBytes'), storageBytes: sum('storageBytes') };
  const { sizeColumns } = adminText;
  return (
    <section>
      <Title order={2} mb="sm">
        {adminText.byCourse}
      </Title>
      {promised.storageBytes === 0 ? (
        <Text>{adminText.none}</Text>
      ) : (
        <ScrollArea>
          <Table fz="sm" miw={560}>
            <Table.Thead>
              <Table.Tr>
                {Object.values(sizeColumns).map((title) => (
                  <Table.Th key={title}>{title}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {taking.map(({ id, slug, name, counts, promised: own }) => (
                <Table.Tr key={id}>
                  <Table.Td maw={360} style={{ overflowWrap: 'anywhere' }}>
                    <Link to="/courses/$course" params={{ course: slug }} dir="auto">
                      {name}
                    </Link>
                  </Table.Td>
                  <Table.Td>{counts.running}</Table.Td>
                  <Table.Td>{printSize(own.memoryBytes)}</Table.Td>
                  <Table.Td>{printSize(own.storageBytes)}</Table.Td>
                </Table.Tr>
              ))}
              {rest.storageBytes > 0 && (
                <Table.Tr>
                  <Table.Td>{adminText.noCourse}</Table.Td>
                  <Table.Td />
                  <Table.Td>{printSize(rest.memoryBytes)}</Table.Td>
                  <Table.Td>{printSize(rest.storageBytes)}</Table.Td>
                </Table.Tr>
              )}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
    </section>
  );
}
