import type { StudentView } from '@labcast/api-client';
import { classText } from '../classText.ts';
import { Block } from './Block.tsx';
import classes from './detail.module.css';

const text = classText.detail;

interface DetailChecksProps {
  readonly assignment: string;
  readonly environment: string;
  readonly checks: StudentView['checks'];
}

/** How many checks passed, and the one that keeps failing. */
export function DetailChecks({ checks }: DetailChecksProps) {
  const { passed, total, failing } = checks;
  return (
    <Block title={text.checks}>
      <p className={classes.note}>
        {total === 0 ? text.noChecks : classText.checksLong(passed, total)}
      </p>
      {failing && (
        <p className={classes.note}>{classText.failingOften(failing.name, failing.times)}</p>
      )}
    </Block>
  );
}
