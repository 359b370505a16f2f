import type { NeedsPlan } from '@labcast/api-client';
import { Button, Code, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck } from '@tabler/icons-react';
import { printDuration } from '../../components/printDuration.ts';
import { needsRows } from './needsRows.ts';
import { needsText } from './newAssignmentText.ts';

interface NeedsAnswerProps {
  readonly plan: NeedsPlan;
  readonly students: number;
  readonly onTakeFewer: (students: number) => void;
}

/** What the platform makes of the needs: the lab, what the class takes here, and whether it fits, in numbers. */
export function NeedsAnswer({ plan, students, onTakeFewer }: NeedsAnswerProps) {
  const seconds = plan.class?.seconds;
  return (
    <Stack gap="md">
      <Title order={2}>{needsText.answer}</Title>
      <Text>{plan.title}</Text>
      {plan.notes.map((note) => (
        <Text key={note} size="sm">
          {note}
        </Text>
      ))}
      <Verdict plan={plan} students={students} />
      {plan.waysOut.length > 0 && (
        <div>
          <Text fw={600}>{needsText.waysOut}</Text>
          <List size="sm" spacing={6}>
            {plan.waysOut.map(({ message, kind, students: fewer }) => (
              <List.Item key={message}>
                {message}{' '}
                {kind === 'fewer-students' && fewer !== undefined && fewer > 0 && (
                  <Button size="compact-xs" variant="default" onClick={() => onTakeFewer(fewer)}>
                    {needsText.use(fewer)}
                  </Button>
                )}
              </List.Item>
            ))}
          </List>
          <Text size="sm" mt="xs">
            {needsText.devAlone}
          </Text>
        </div>
      )}
      <Numbers plan={plan} />
      {seconds !== undefined && plan.fits && (
        <Text size="sm">{needsText.ready(printDuration(seconds * 1000))}</Text>
      )}
      <Text size="xs" c="dimmed">
        {plan.basis}
      </Text>
      <details>
        <summary>{needsText.lab}</summary>
        <Code block tabIndex={0}>
          {plan.blueprint}
        </Code>
      </details>
    </Stack>
  );
}

function Verdict({ plan, students }: Pick<NeedsAnswerProps, 'plan' | 'students'>) {
  if (plan.fits)
    return (
      <Group gap={6} role="status">
        <IconCircleCheck aria-hidden size={20} stroke={1.5} color="var(--labcast-state-green)" />
        <Text fw={600}>{needsText.fits}</Text>
      </Group>
    );
  return (
    <div role="status">
      <Group gap={6} wrap="nowrap" align="flex-start">
        <IconAlertOctagon
          aria-hidden
          size={20}
          stroke={1.5}
          color="var(--labcast-state-red)"
          style={{ flex: 'none' }}
        />
        <Text fw={600}>{needsText.fitsNot(plan.most, students)}</Text>
      </Group>
      <List size="sm" mt={4}>
        {plan.problems.map(({ message, remedy }) => (
          <List.Item key={message}>{[message, remedy].filter(Boolean).join(' ')}</List.Item>
        ))}
      </List>
    </div>
  );
}

function Numbers({ plan }: { readonly plan: NeedsPlan }) {
  return (
    <Table fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          <Table.Th>{needsText.each_}</Table.Th>
          {plan.class && <Table.Th>{needsText.whole(plan.class.copies)}</Table.Th>}
          {plan.host && <Table.Th>{needsText.here}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {needsRows(plan).map(({ title, each, whole, here }) => (
          <Table.Tr key={title}>
            <Table.Th scope="row" fw={400}>
              {title}
            </Table.Th>
            <Table.Td>{each}</Table.Td>
            {plan.class && <Table.Td>{whole}</Table.Td>}
            {plan.host && <Table.Td>{here}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
