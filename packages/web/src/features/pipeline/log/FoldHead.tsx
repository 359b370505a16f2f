import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { pipelineText } from '../pipelineText.ts';
import type { LogRow } from './logRows.ts';

interface FoldHeadProps {
  readonly row: Extract<LogRow, { kind: 'fold' }>;
  readonly onToggle: () => void;
}

/** The heading of lines about one copy; a press folds them. */
export function FoldHead({ row, onToggle }: FoldHeadProps) {
  const label = pipelineText.log.fold(pipelineText.copy(Number(row.title)), row.count);
  const Sign = row.isFolded ? IconChevronRight : IconChevronDown;
  return (
    <>
      <ActionIcon
        size={20}
        variant="subtle"
        aria-expanded={!row.isFolded}
        aria-label={label}
        onClick={onToggle}
      >
        <Sign aria-hidden size={16} stroke={1.5} />
      </ActionIcon>
      <b>{label}</b>
    </>
  );
}
