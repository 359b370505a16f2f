import type { RolloutView } from '@labcast/api-client';
import { Button, Text } from '@mantine/core';
import { useSteerRollout } from '../../../api/class.ts';
import { ConfirmButton } from '../../../components/ConfirmButton.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Moment } from '../../../components/Moment.tsx';
import { useNow } from '../../../components/useNow.ts';
import { classText } from '../classText.ts';
import { failuresText, rolloutText as text } from './rolloutText.ts';
import classes from './deploy.module.css';
import { describeRollout, isUnderWay } from './describeRollout.ts';
import { groupFailures } from './groupFailures.ts';

interface RolloutHeadProps {
  readonly assignment: string;
  readonly rollout: RolloutView;
  readonly mayChange: boolean;
  readonly onShow: (environments: readonly string[]) => void;
  readonly onRollBack: (environments: readonly string[]) => void;
}

/** How far a rollout is, or how it ended, and its failures by cause. */
export function RolloutHead(props: RolloutHeadProps) {
  const { assignment, rollout, mayChange, onShow, onRollBack } = props;
  const isRunning = isUnderWay(rollout);
  const now = useNow(isRunning);
  const steer = useSteerRollout(assignment, rollout.number);
  const { state, kind, counts, startsAt, release } = rollout;
  const retry = (environments: readonly string[]) => steer.mutate({ deed: 'retry', environments });
  return (
    <section className={classes.rollout} aria-label={text.progress}>
      <div className={classes.rolloutLine}>
        <b>
          {(isRunning ? text.kinds : text.endedKinds)[kind]} {classText.onRelease(release)}
        </b>
        <span role="status" aria-live="off">
          {describeRollout(rollout, now)}
        </span>
        {state === 'waiting' && startsAt !== undefined && (
          <span>
            {text.waitsUntil} <Moment at={startsAt} />
          </span>
        )}
        <span className={classes.space} />
        {mayChange && <RolloutDeeds rollout={rollout} steer={steer} onRollBack={onRollBack} />}
      </div>
      {isRunning && <RolloutBar counts={counts} />}
      {state === 'canary' && <Text size="sm">{text.canary}</Text>}
      {state === 'paused' && <Text size="sm">{text.paused}</Text>}
      {steer.isError && <ErrorPanel error={steer.error} title={text.refused} />}
      <Failures rollout={rollout} onShow={onShow} onRetry={mayChange ? retry : undefined} />
    </section>
  );
}

interface FailuresProps extends Pick<RolloutHeadProps, 'rollout' | 'onShow'> {
  readonly onRetry: ((environments: readonly string[]) => void) | undefined;
}

/** One line for each cause, with a retry of its own. */
function Failures({ rollout, onShow, onRetry }: FailuresProps) {
  const failures = groupFailures(rollout.targets);
  if (failures.length === 0) return null;
  return (
    <ul className={classes.failures} aria-label={failuresText.title}>
      {failures.map(({ cause, reason, isExample, environments }) => (
        <li key={cause}>
          <span className={classes.cause}>
            {failuresText[isExample ? 'example' : 'group'](environments.length, reason)}
          </span>
          {onRetry && (
            <Button size="compact-xs" variant="default" onClick={() => onRetry(environments)}>
              {failuresText.retry(environments.length)}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" onClick={() => onShow(environments)}>
            {failuresText.show}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface RolloutDeedsProps extends Pick<RolloutHeadProps, 'rollout' | 'onRollBack'> {
  readonly steer: ReturnType<typeof useSteerRollout>;
}

/** Pause and cancel while it is under way; the way back once an update was made. */
function RolloutDeeds({ rollout, steer, onRollBack }: RolloutDeedsProps) {
  const { state, kind, targets } = rollout;
  if (!isUnderWay(rollout)) {
    const updated = kind === 'update' ? namesOf(targets, 'ready') : [];
    return updated.length === 0 ? null : (
      <Button size="xs" variant="default" onClick={() => onRollBack(updated)}>
        {text.rollBack}
      </Button>
    );
  }
  const isPaused = state === 'paused';
  return (
    <>
      <Button
        size="xs"
        variant="default"
        onClick={() => steer.mutate({ deed: isPaused ? 'resume' : 'pause' })}
      >
        {isPaused ? text.resume : text.pause}
      </Button>
      <ConfirmButton
        question={text.cancelQuestion}
        onConfirm={() => steer.mutate({ deed: 'cancel' })}
      >
        {text.cancel}
      </ConfirmButton>
    </>
  );
}

function namesOf(targets: RolloutView['targets'], wanted: string): string[] {
  return targets.filter(({ state }) => state === wanted).map(({ environment }) => environment);
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
