import { Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { printDuration } from './printDuration.ts';
import { useNow } from './useNow.ts';

const saidAfterMs = 2000;

interface GreyLinesProps {
  /** What is coming: for those who cannot see the lines, and for all when it takes long. */
  readonly label: string;
  readonly count: number;
  /** Final height of one line, in pixels. */
  readonly height: number;
}

/** Holds the place of what is being read. Shown after 300 ms, so that quick answers do not flicker. */
export function GreyLines({ label, count, height }: GreyLinesProps) {
  const [isShown, setShown] = useState(false);
  useTimeout(() => setShown(true), 300, { autoInvoke: true });
  return (
    <Stack gap="sm" aria-busy="true" mih={count * (height + 8)}>
      <VisuallyHidden role="status">{label}</VisuallyHidden>
      {isShown &&
        Array.from({ length: count }, (_, line) => <Skeleton key={line} height={height} />)}
      {isShown && <LongWait label={label} />}
    </Stack>
  );
}

/** What is waited for, and how long already. */
function LongWait({ label }: Pick<GreyLinesProps, 'label'>) {
  const now = useNow(true);
  const [since] = useState(now);
  const soFar = now - since;
  if (soFar < saidAfterMs) return null;
  return (
    <Text size="sm" c="dimmed" aria-hidden>
      {label}, {printDuration(soFar)}
    </Text>
  );
}
