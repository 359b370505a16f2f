import type { State } from '@labcast/domain';
import { frozenLook, stateLooks } from '../theme/stateLooks.ts';
import classes from './StateBadge.module.css';

interface StateBadgeProps {
  readonly state: State | 'frozen';
  /** Instead of the state's own word, such as `step 2 of 4`. */
  readonly word?: string;
}

/** Icon in the state's colour, word in ink. */
export function StateBadge({ state, word }: StateBadgeProps) {
  const look = state === 'frozen' ? frozenLook : stateLooks[state];
  return (
    <span className={classes.badge} data-state={state} title={look.meaning}>
      <look.icon
        aria-hidden
        size={16}
        stroke={1.5}
        color={`var(--labcast-state-${look.color})`}
        className={look.edge === 'moving' ? classes.turning : undefined}
      />
      <span>{word ?? look.word}</span>
    </span>
  );
}
