import { classText } from '../classText.ts';
import classes from './board.module.css';

interface CheckBarProps {
  readonly passed: number;
  readonly total: number;
  readonly hasNumber: boolean;
}

/** How many checks passed, as a thin bar in ink. Nothing for a lab that has none. */
export function CheckBar({ passed, total, hasNumber }: CheckBarProps) {
  if (total === 0) return <span className={classes.noChecks} />;
  return (
    <span className={classes.checks}>
      <span className={classes.track} aria-hidden>
        <span className={classes.passed} style={{ width: `${(passed / total) * 100}%` }} />
      </span>
      {hasNumber && <span aria-hidden>{classText.checks(passed, total)}</span>}
    </span>
  );
}
