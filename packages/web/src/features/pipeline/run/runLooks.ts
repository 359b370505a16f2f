import type { Run, RunStage } from '@labcast/api-client';
import {
  IconAlertOctagon,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconHourglassEmpty,
  IconLoader2,
  IconUserQuestion,
} from '@tabler/icons-react';

const waiting = { color: 'gray', icon: IconHourglassEmpty } as const;
const running = { color: 'blue', icon: IconLoader2 } as const;
const passed = { color: 'green', icon: IconCircleCheck } as const;
const failed = { color: 'red', icon: IconAlertOctagon } as const;
const cancelled = { color: 'gray', icon: IconCircleMinus } as const;

/** Sign and colour of a run. */
export const runLooks = {
  queued: waiting,
  running,
  'waiting-approval': { color: 'orange', icon: IconUserQuestion },
  passed,
  failed,
  cancelled,
} as const satisfies Record<Run['state'], { color: string; icon: unknown }>;

/** Sign and colour of one stage. */
export const stageLooks = {
  waiting: { color: 'gray', icon: IconCircleDashed },
  running,
  passed,
  failed,
  skipped: cancelled,
  'not-reached': cancelled,
  cancelled,
} as const satisfies Record<RunStage['state'] | 'not-reached', { color: string; icon: unknown }>;
