import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';

interface GreyLinesProps {
  /** What is coming, for those who cannot see the lines. */
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
    </Stack>
  );
}
