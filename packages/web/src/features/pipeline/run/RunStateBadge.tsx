import type { Run } from '@labcast/api-client';
import badge from '../../../components/StateBadge.module.css';
import { pipelineText } from '../pipelineText.ts';
import { runLooks } from './runLooks.ts';

/** Sign in the state's colour, word in ink. */
export function RunStateBadge({ state }: Pick<Run, 'state'>) {
  const look = runLooks[state];
  return (
    <span className={badge.badge}>
      <look.icon
        aria-hidden
        size={16}
        stroke={1.5}
        color={`var(--labcast-state-${look.color})`}
        className={state === 'running' ? badge.turning : undefined}
      />
      {pipelineText.run.states[state]}
    </span>
  );
}
