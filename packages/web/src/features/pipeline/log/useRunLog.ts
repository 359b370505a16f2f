import type { RunLogLine } from '@labcast/api-client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readRunLog } from '../../../api/pipeline.ts';
import { useToldEvents } from '../../../api/events/toldEvents.ts';
import { sameAssignment } from '../../../api/sameAssignment.ts';

interface Followed {
  readonly assignment: string;
  readonly run: number;
  readonly stage: RunLogLine['stage'];
  readonly attempt: number;
  readonly isRunning: boolean;
}

/** The lines of one stage, the newer ones added as they are written. */
export function useRunLog({ assignment, run, stage, attempt, isRunning }: Followed) {
  const [lines, setLines] = useState<readonly RunLogLine[]>([]);
  const [error, setError] = useState<unknown>();
  const after = useRef<string>(undefined);
  const isReading = useRef(false);
  const isOwed = useRef(false);
  const read = useCallback(async () => {
    if (isReading.current) {
      isOwed.current = true;
      return;
    }
    isReading.current = true;
    try {
      do {
        isOwed.current = false;
        const from = after.current;
        const answer = await readRunLog(assignment, run, {
          stage,
          attempt,
          ...(from !== undefined && { after: from }),
        });
        const last = answer.lines.at(-1)?.id;
        if (last !== undefined) {
          after.current = last;
          setLines((before) => [...before, ...answer.lines]);
          // A page of lines may not have been all.
          isOwed.current = true;
        }
      } while (isOwed.current);
      setError(undefined);
    } catch (refused) {
      setError(refused);
    } finally {
      isReading.current = false;
    }
  }, [assignment, run, stage, attempt]);
  useEffect(() => void read(), [read, isRunning]);
  useToldEvents(({ event, data }) => {
    if (isRunning && event === 'runs' && sameAssignment(assignment, data.assignment)) void read();
  });
  return { lines, error, read };
}
