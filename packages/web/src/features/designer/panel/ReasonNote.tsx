import { Alert } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { reasonOf } from '../design/reasonOf.ts';
import type { Panel } from './usePanel.ts';

interface ReasonNoteProps {
  readonly panel: Panel;
  readonly name: string;
}

/** Above the fields, because one of them may be what has to be corrected. */
export function ReasonNote({ panel, name }: ReasonNoteProps) {
  const { status } = panel.design;
  const seen = status?.elements.find((element) => element.name === name);
  if (seen?.state !== 'failed') return null;
  const reason = reasonOf(seen);
  if (reason === undefined) return null;
  return (
    <Alert
      variant="outline"
      color="var(--labcast-state-red)"
      icon={<IconAlertOctagon aria-hidden size={20} stroke={1.5} />}
      style={{ overflowWrap: 'anywhere' }}
    >
      {reason}
    </Alert>
  );
}
