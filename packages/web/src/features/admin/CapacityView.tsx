import type { Capacity, Course } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { coursesQuery } from '../../api/courses.ts';
import type { Column } from '../../components/Column.ts';
import { CommandLine } from '../../components/CommandLine.tsx';
import { Moment } from '../../components/Moment.tsx';
import { RecordTable } from '../../components/RecordTable.tsx';
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

/** Of a course, or of what belongs to none. */
interface Taking {
  readonly course: Course | undefined;
  readonly promised: Capacity['promised'];
}

const { sizeColumns: titles } = adminText;
const columns: Column<Taking>[] = [
  {
    title: titles.course,
    isName: true,
    width: '40%',
    show: ({ course }) =>
      course ? (
        <Link to="/courses/$course" params={{ course: course.slug }} dir="auto">
          {course.name}
        </Link>
      ) : (
        adminText.noCourse
      ),
  },
  { title: titles.labs, show: ({ course }) => course?.counts.running },
  { title: titles.memory, show: ({ promised }) => printSize(promised.memoryBytes) },
  { title: titles.disk, show: ({ promised }) => printSize(promised.storageBytes) },
];

/** The largest first; what is left of all belongs to no course. */
function ByCourse({ courses, promised }: ByCourseProps) {
  const taking = courses
    .filter((course) => course.promised.storageBytes > 0)
    .toSorted((a, b) => b.promised.memoryBytes - a.promised.memoryBytes)
    .map((course) => ({ course, promised: course.promised }));
  const sum = (key: keyof Capacity['promised']) =>
    promised[key] - taking.reduce((total, { promised: taken }) => total + taken[key], 0);
  const rest = { memoryBytes: sum('memoryBytes'), storageBytes: sum('storageBytes') };
  return (
    <section>
      <Title order={2} mb="sm">
        {adminText.byCourse}
      </Title>
      {promised.storageBytes === 0 ? (
        <Text>{adminText.none}</Text>
      ) : (
        <RecordTable
          label={adminText.byCourse}
          rows={rest.storageBytes > 0 ? [...taking, { course: undefined, promised: rest }] : taking}
          columns={columns}
          keyOf={({ course }) => course?.id ?? ''}
          minWidth={560}
        />
      )}
    </section>
  );
}
