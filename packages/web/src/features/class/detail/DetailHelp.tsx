import type { StudentView } from '@labcast/api-client';
import { Alert, Button, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { EnvironmentAddress } from '../../../api/environments.ts';
import { useEndHelp } from '../../../api/labs.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Moment } from '../../../components/Moment.tsx';
import { detailText as text } from './detailText.ts';

interface DetailHelpProps {
  readonly path: EnvironmentAddress;
  readonly help: NonNullable<StudentView['help']>;
}

/** What a student asks, since when, and the way to put the hand down again. */
export function DetailHelp({ path, help }: DetailHelpProps) {
  const end = useEndHelp(path);
  return (
    <Alert
      variant="outline"
      color="var(--labcast-state-orange)"
      icon={<IconHandStop aria-hidden size={20} stroke={1.5} />}
      title={text.help}
      styles={{
        title: { color: 'var(--labcast-ink)' },
        root: { background: 'var(--labcast-surface)' },
      }}
    >
      <Text size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {help.message}
      </Text>
      <Text size="sm" c="dimmed">
        <Moment at={help.since} />
      </Text>
      <Button
        size="xs"
        mt="xs"
        variant="default"
        loading={end.isPending}
        onClick={() => end.mutate()}
      >
        {text.helped}
      </Button>
      {end.isError && <ErrorPanel error={end.error} title={text.failed} />}
    </Alert>
  );
}
