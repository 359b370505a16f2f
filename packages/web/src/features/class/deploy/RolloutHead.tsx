import type { RolloutView } from '@labcast/api-client';
import { Button, Text } from '@mantine/core';
import { useSteerRollout } from '../../../api/class.ts';
import { ConfirmButton } from '../../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Moment } from '../../../components/Moment.tsx';
import { useNow } from '../../../components/useNow.ts';
import { classText } from '../classText.ts';
import classes from './deploy.module.css';
import { describeRollout, isUnderWay } from './describeRollout.ts';
import { groupFailures } from './groupFailures.ts';

const text = classText.rollout;

interface RolloutHeadProps {
  readonly assignment: string;
  readonly rollout: RolloutView;
  readonly mayChange: boolean;
  readonly onShow: (environments: readonly string[]) => void;
}

/** How far a rollout is, or how it ended, and its failures by cause. */
export function RolloutHead({ assignment, rollout, mayChange, onShow }: RolloutHeadProps) {
  const isRunning = isUnderWay(rollout);
  const now = useNow(isRunning);
  const steer = useSteerRollout(assignment, rollout.number);
  const { state, kind, counts, startsAt, release } = rollout;
  const failures = groupFailures(rollout.targets);
  return (
    <section className={classes.rollout} aria-label={text.progress}>
      <div className={classes.rolloutLine}>
        {isRunning && (
          <b>
            {text.kinds[kind]} r{release}
          </b>
        )}
        <span role="status" aria-live="off">
          {describeRollout(rollout, now)}
        </span>
        {state === 'waiting' && startsAt !== undefined && (
          <span>
            {text.waitsUntil} <Moment at={startsAt} />
          </span>
        )}
        <span className={classes.space} />
        {isRunning && mayChange && (
          <>
            {state === 'paused' ? (
              <Button size="xs" variant="default" onClick={() => steer.mutate('resume')}>
                {text.resume}
              </Button>
            ) : (
              <Button size="xs" variant="default" onClick={() => steer.mutate('pause')}>
                {text.pause}
              </Button>
            )}
            <ConfirmButton question={text.cancelQuestion} onConfirm={() => steer.mutate('cancel')}>
              {text.cancel}
            </ConfirmButton>
          </>
        )}
      </div>
      {isRunning && <RolloutBar counts={counts} />}
      {state === 'canary' && <Text size="sm">{text.canary}</Text>}
      {state === 'paused' && <Text size="sm">{text.paused}</Text>}
      {steer.isError && <ErrorPanel error={steer.error} title={text.refused} />}
      {failures.length > 0 && (
        <ul className={classes.failures} aria-label={classText.failures.title}>
          {failures.map(({ cause, environments }) => (
            <li key={cause}>
              <span className={classes.cause}>
                {classText.failures.group(environments.length, cause)}
              </span>
              {mayChange && (
                <Button size="compact-xs" variant="default" onClick={() => steer.mutate('retry')}>
                  {classText.failures.retry(environments.length)}
                </Button>
              )}
              <Button size="compact-xs" variant="subtle" onClick={() => onShow(environments)}>
                {classText.failures.show}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Parts of a known whole: ready, kept and failed, and what is under way. */
function RolloutBar({ counts }: Pick<RolloutView, 'counts'>) {
  const { total, ready, kept, failed, starting } = counts;
  const part = (count: number) => `${(count / Math.max(1, total)) * 100}%`;
  return (
    <div
      className={classes.bar}
      role="progressbar"
      aria-label={text.progress}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={ready + kept + failed}
      aria-valuetext={text.ready(ready, total)}
    >
      <span className={classes.barReady} style={{ width: part(ready + kept) }} />
      <span className={classes.barFailed} style={{ width: part(failed) }} />
      <span className={classes.barStarting} style={{ width: part(starting) }} />
    </div>
  );
}
