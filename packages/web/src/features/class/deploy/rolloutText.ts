import { printDuration } from '../../../components/printDuration.ts';
import { students } from '../counted.ts';

/** `9.8 s` under a minute, else as anywhere. */
const seconds = (milliseconds: number) =>
  milliseconds < 10_000 ? `${(milliseconds / 1000).toFixed(1)} s` : printDuration(milliseconds);

/** Texts of a rollout that is under way or at its end. */
export const rolloutText = {
  kinds: { deploy: 'Deploying', update: 'Updating', 'roll-back': 'Rolling back' },
  endedKinds: { deploy: 'Deployed', update: 'Updated to', 'roll-back': 'Rolled back to' },
  ready: (ready: number, total: number) => `${ready} of ${total} ready`,
  left: (time: string) => `about ${time} left`,
  canary: 'One first: its checks run before the others begin',
  rollBack: 'Roll back…',
  rollBackTitle: 'Roll back this update',
  waitsUntil: 'starts',
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel',
  cancelQuestion: 'Cancel the rest now?',
  paused: 'Paused: those under way go on, no new one begins.',
  done: (ready: number, time: string, slowest: string | undefined) =>
    slowest === undefined
      ? `${ready} ready in ${time}`
      : `${ready} ready in ${time}, slowest ${slowest}`,
  offered: (waiting: number, taken: number) =>
    `Offered: ${students(taken)} updated, ${waiting} to choose when`,
  kept: (count: number) => `${count} kept as they are`,
  cancelled: (ready: number, total: number) => `Cancelled: ${ready} of ${total} are ready.`,
  stopped: (ready: number, total: number) =>
    `Stopped by its first one: ${ready} of ${total} are ready.`,
  failedCount: (count: number) => `${count} failed`,
  progress: 'Progress of the rollout',
  refused: 'That did not work',
  seconds,
} as const;

/** Texts of the failures of a rollout. */
export const failuresText = {
  title: 'Failures by cause',
  group: (count: number, cause: string) => `${students(count)}: ${cause}`,
  example: (count: number, cause: string) => `${students(count)}, one of them: ${cause}`,
  others: 'The others went on.',
  retry: (count: number) => `Retry ${count}`,
  show: 'Show',
  who: (names: string) => `Students ${names}`,
} as const;
