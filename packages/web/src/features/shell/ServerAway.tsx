import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { printDuration } from '../../components/printDuration.ts';
import { useNow } from '../../components/useNow.ts';
import { shellText } from './shellText.ts';

/** Before the first answer of the server: it starts, or it is away. */
export function ServerAway() {
  const now = useNow(true);
  const [since] = useState(now);
  return (
    <Stack component="main" gap="sm" maw={560} mx="auto" mt={96} px="lg" role="status">
      <Title order={1}>{shellText.serverAwayTitle}</Title>
      <Text>{shellText.serverAwayText}</Text>
      <Text c="dimmed">{shellText.serverAwayFor(printDuration(now - since))}</Text>
    </Stack>
  );
}
