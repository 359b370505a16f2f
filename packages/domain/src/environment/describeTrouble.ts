import { keepSince } from './describeConditions.ts';
import { stateWhenSettled } from './describeStatus.ts';
import type { DesiredEnvironment } from './desired.ts';
import type { EnvironmentStatus, State } from './status.ts';

export interface Trouble {
  readonly error: NonNullable<EnvironmentStatus['lastError']>;
  readonly attempts: number;
  /** True once nothing more is tried by itself. */
  readonly gaveUp: boolean;
}

/** The status after a pass that failed, which may have seen nothing of the environment: everything else stays as last seen. */
export function describeTrouble(
  previous: EnvironmentStatus,
  wanted: DesiredEnvironment['wanted'],
  { error, attempts, gaveUp }: Trouble,
  now: string,
): EnvironmentStatus {
  const condition = {
    type: 'AsWanted',
    status: 'false' as const,
    reason: error.code,
    message: error.message,
  };
  return {
    ...previous,
    state: gaveUp ? 'failed' : stateInTrouble(previous.state, wanted),
    conditions: [
      ...previous.conditions.filter(({ type }) => type !== condition.type),
      keepSince(condition, previous.conditions, now),
    ],
    // Nobody is going to attend to it any more.
    elements: previous.elements.map((element) =>
      gaveUp && element.state === 'attention' ? { ...element, state: 'failed' } : element,
    ),
    attempts,
    lastError: error,
  };
}

function stateInTrouble(before: State, wanted: DesiredEnvironment['wanted']): State {
  if (wanted === 'absent') return 'deleting';
  // It was as wanted when last seen, and may be so still.
  const wasAsWanted = before === stateWhenSettled[wanted] || before === 'attention';
  if (wasAsWanted || before === 'unknown') return 'unknown';
  if (wanted === 'running') return before === 'starting' ? 'starting' : 'waiting';
  return 'stopping';
}
