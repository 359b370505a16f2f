/** Every text of the activity and of the short messages. */
export const activityText = {
  title: 'Activity',
  empty: 'Nothing has ended while you were elsewhere.',
  hint: 'What ended while you were elsewhere, since this window was opened.',
  ready: (lab: string) => `${lab} is ready.`,
  stopped: (lab: string) => `${lab} is stopped.`,
  gone: (lab: string) => `${lab} is gone: nothing is left of it.`,
  failed: (lab: string, reason: string) => `${lab} failed. ${reason}`,
  attention: (lab: string) => `${lab} works, with a fault.`,
  open: 'Open',
  dismiss: 'Dismiss',
  copy: 'Copy',
  failedWord: 'failed',
  endedWord: 'ended',
} as const;
