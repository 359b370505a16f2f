import { Button, Group, Stack, Text } from '@mantine/core';
import { CommandLine } from '../../components/CommandLine.tsx';
import { peopleText } from './peopleText.ts';
import type { Newcomer } from './validateNewcomer.ts';

/** What somebody new has to be told, shown once. */
export function HandOver({ newcomer, onDone }: { newcomer: Newcomer; onDone: () => void }) {
  const { login, password } = newcomer;
  return (
    <Stack gap="md">
      <Text role="status">{peopleText.addedTitle}</Text>
      <div style={{ whiteSpace: 'pre-line' }}>
        <CommandLine command={peopleText.handOver(location.origin, login, password)} />
      </div>
      <Group justify="flex-end">
        <Button onClick={onDone} data-autofocus>
          {peopleText.done}
        </Button>
      </Group>
    </Stack>
  );
}
