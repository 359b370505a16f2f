import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { LabCheck } from './GuidePane.tsx';

/** How a check went last. */
export function VerdictIcon({ last }: { readonly last: LabCheck['tries'][number] | undefined }) {
  const look = { 'aria-hidden': true, size: 16, stroke: 1.5 } as const;
  if (!last) return <IconCircleDashed {...look} />;
  return last.passed ? (
    <IconCircleCheck {...look} color="var(--labcast-state-green)" />
  ) : (
    <IconAlertTriangle {...look} color="var(--labcast-state-orange)" />
  );
}
