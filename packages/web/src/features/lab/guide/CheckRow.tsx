import { Button } from '@mantine/core';
import { Moment } from '../../../components/Moment.tsx';
import { labText } from '../labText.ts';
import type { LabCheck } from './GuidePane.tsx';
import { describeFound } from './describeFound.ts';
import classes from './guide.module.css';
import { VerdictIcon } from './VerdictIcon.tsx';

interface CheckRowProps {
  readonly check: LabCheck;
  /** Of those that have not passed, the first. */
  readonly isNext: boolean;
  readonly isRunning: boolean;
  readonly onCheck: (() => void) | undefined;
}

/** One check: how it went last, what was expected and found, and what was tried before. */
export function CheckRow({ check, isNext, isRunning, onCheck }: CheckRowProps) {
  const text = labText.guide;
  const [last, ...earlier] = check.tries;
  return (
    <li className={classes.check} data-passed={last?.passed}>
      <div className={classes.checkHead}>
        <Button
          size="xs"
          variant={isNext && onCheck ? 'filled' : 'default'}
          loading={isRunning}
          disabled={!onCheck}
          onClick={onCheck}
          aria-label={`${text.check} ${check.name}`}
        >
          {text.check}
        </Button>
        <span role="status" className={classes.verdict}>
          <VerdictIcon last={last} />
          <span dir="auto">{check.name}</span>
          <span className={classes.quiet}>
            {last ? (last.passed ? text.passed : text.failed) : text.never}
          </span>
        </span>
      </div>
      {last && (
        <dl className={classes.found}>
          <dt>{text.expected}</dt>
          <dd>{last.expected}</dd>
          <dt>{text.found}</dt>
          <dd>
            {describeFound(last)}, <Moment at={last.at} />
            {!last.passed && last.output !== '' && <pre tabIndex={0}>{last.output}</pre>}
          </dd>
        </dl>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{text.tries(earlier.length)}</summary>
          <ul className={classes.tries}>
            {earlier.map((one) => (
              <li key={one.at}>
                {one.passed ? text.passed : text.failed}, {describeFound(one)},{' '}
                <Moment at={one.at} /> <bdi>{text.by(one.askedBy)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
