import { StateBadge } from '../../../../components/StateBadge.tsx';
import { printDuration } from '../../../../components/printDuration.ts';
import { useNow } from '../../../../components/useNow.ts';
import { designText } from '../../designText.ts';
import type { CardLive, CardStep } from '../live/describeCard.ts';
import classes from './cards.module.css';

/** The state in a word, or what is being done and how long it takes. */
export function StateLine({ live }: { readonly live: CardLive }) {
  const { state, step } = live;
  const reason = live.refused === undefined ? live.reason : designText.card.refused(live.refused);
  const word = step && designText.card.step(step.number, step.of);
  return (
    <div className={classes.stateLine}>
      <StateBadge state={state} {...(word !== undefined && { word })} />
      {step ? (
        <StepTime step={step} />
      ) : (
        reason !== undefined && (
          <span className={classes.reason} title={reason}>
            {reason}
          </span>
        )
      )}
    </div>
  );
}

function StepTime({ step }: { readonly step: CardStep }) {
  const now = useNow(step.startedAt !== undefined);
  const { startedAt, usualMs, longMs, title } = step;
  const passed = startedAt === undefined ? 0 : now - startedAt;
  const time = printDuration(passed);
  const usual = usualMs === undefined ? undefined : printDuration(usualMs);
  const text =
    usual === undefined
      ? time
      : longMs !== undefined && passed > longMs
        ? designText.card.long(time, usual)
        : designText.card.of(time, usual);
  return (
    <span className={classes.reason} title={title}>
      {text}
    </span>
  );
}
