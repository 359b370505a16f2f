import { Button, Group } from '@mantine/core';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { labText } from '../labText.ts';
import { CheckRow } from './CheckRow.tsx';
import type { LabCheck } from './GuidePane.tsx';
import classes from './guide.module.css';

interface StepChecksProps {
  /** Of all of the lab. */
  readonly checks: readonly LabCheck[];
  /** Of this step. */
  readonly shown: readonly LabCheck[];
  readonly isLast: boolean;
  readonly running: string | undefined;
  readonly error: unknown;
  readonly onCheck: ((check: string | undefined) => void) | undefined;
}

/** The checks of one step; at the last one all can be run at once. */
export function StepChecks(props: StepChecksProps) {
  const { checks, shown, isLast, running, error, onCheck } = props;
  const text = labText.guide;
  const isAll = isLast && checks.length > 1;
  if (shown.length === 0 && !isAll) return null;
  // What one does next is the one filled button.
  const next = shown.find(({ tries }) => tries[0]?.passed !== true);
  return (
    <div className={classes.checks}>
      <h3>{text.checks}</h3>
      <ul>
        {shown.map((check) => (
          <CheckRow
            key={check.name}
            check={check}
            isNext={check === next}
            isRunning={running === check.name || running === 'all'}
            onCheck={onCheck && (() => onCheck(check.name))}
          />
        ))}
      </ul>
      {error instanceof Error && <ErrorPanel error={error} title={text.notRun} />}
      {isAll && (
        <Group gap="sm">
          <Button
            size="xs"
            variant="default"
            disabled={!onCheck}
            loading={running === 'all'}
            onClick={() => onCheck?.(undefined)}
          >
            {text.checkAll}
          </Button>
          <span>
            {text.all(checks.filter(({ tries }) => tries[0]?.passed).length, checks.length)}
          </span>
        </Group>
      )}
      {!onCheck && <p className={classes.quiet}>{text.onlyRunning}</p>}
    </div>
  );
}
