import { Alert, Button, CopyButton, Group, List, Text } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { describeError } from './describeError.ts';

interface ErrorPanelProps {
  readonly error: unknown;
  /** What did not work. */
  readonly title: string;
  /** Instead of the error's own words, where those are for others than who reads here. */
  readonly text?: string | undefined;
  readonly action?: string;
  readonly onRetry?: (() => void) | undefined;
  /** Another way on. */
  readonly children?: ReactNode;
}

/** An error where it belongs. Stays until it is solved, and can be copied. */
export function ErrorPanel(props: ErrorPanelProps) {
  const { error, title, action = 'Retry', onRetry, children } = props;
  const { message, remedy, problems, details } = describeError(error);
  return (
    <Alert
      role="alert"
      variant="outline"
      maw={720}
      color="var(--labcast-state-red)"
      title={title}
      icon={<IconAlertOctagon aria-hidden size={20} stroke={1.5} />}
      styles={{
        title: { color: 'var(--labcast-ink)' },
        root: { background: 'var(--labcast-surface)' },
      }}
    >
      <Text size="sm">{props.text ?? message}</Text>
      {problems.length > 0 && (
        <List size="sm" my={4}>
          {problems.map((problem) => (
            <List.Item key={problem}>{problem}</List.Item>
          ))}
        </List>
      )}
      {props.text === undefined && remedy !== undefined && <Text size="sm">{remedy}</Text>}
      <Group gap="sm" mt="sm">
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {action}
          </Button>
        )}
        {children}
        <CopyButton value={`${title}\n${details}`}>
          {({ copied, copy }) => (
            <Button size="xs" variant="subtle" onClick={copy}>
              {copied ? 'Copied' : 'Copy details'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}
