import type { EnvironmentView } from '@labcast/api-client';

export type Outcome = 'going-on' | 'reached' | 'failed';

/**
 * Judges what is seen against the moment when the work was asked for (`asked`: the server's answer to that). A failure
 * counts only when it is newer: what failed before may still be shown until the engine looks again.
 */
export function createJudge(asked: EnvironmentView): (seen: EnvironmentView) => Outcome {
  let movedOn = asked.status.state !== 'failed';
  return (seen) => {
    // Names are unique among what is there: when another one has it, ours is gone.
    const isGone = seen.id !== asked.id || seen.removedAt !== undefined;
    if (isGone) return asked.wanted === 'absent' ? 'reached' : 'failed';
    // What is there has not been looked at yet, or is being removed.
    if (asked.wanted === 'absent') return judgeFailure(seen);
    // Somebody else may have asked for more since: then that is what counts.
    if (seen.generation < asked.generation) return 'going-on';
    return seen.settled ? 'reached' : judgeFailure(seen);
  };

  function judgeFailure(seen: EnvironmentView): Outcome {
    if (seen.status.state !== 'failed') {
      movedOn = true;
      return 'going-on';
    }
    const isNew = movedOn || seen.status.lastError?.at !== asked.status.lastError?.at;
    return isNew ? 'failed' : 'going-on';
  }
}
