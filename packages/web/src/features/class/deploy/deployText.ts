import { counted, students } from '../counted.ts';

/** Texts of giving the class its labs. */
export const deployText = {
  title: 'Deploy',
  count: 'Places',
  button: (count: number) => `Deploy to ${students(count)}`,
  roster: (count: number) => `Deploy to ${students(count)} of the course`,
  numbered: (count: number) => `Deploy ${counted(count, 'numbered place', 'numbered places')}`,
  more: 'Deploy more places',
  who: 'For whom',
  whoRoster: (count: number) => `The course (${students(count)})`,
  whoFirst: (count: number, others: number) =>
    `Only the first ${String(count)} now; the other ${String(others)} can follow. Press for all.`,
  whoNumbers: 'Numbered places',
  when: 'When',
  whens: { now: 'Now', open: 'At first open', at: 'At a time' },
  startsAt: 'Starts at',
  canary: 'One first, with its checks, then the others',
  memory: 'Memory',
  disk: 'Disk',
  addresses: 'Addresses',
  ofFree: (needed: string, free: string) => `${needed} of ${free} free`,
  /** What is promised, beside what is used at first: a class can lack the one while there is enough of the other. */
  atMost: (most: string) => `, ${most} at most`,
  about: (time: string) => `About ${time} until all are ready`,
  fits: 'It fits',
  lacks: 'It does not fit',
  waysOut: 'Ways out',
  take: (count: number) => `Deploy ${count}`,
  nobody: 'No student is in this course yet.',
  nobodyHint: 'Deploy numbered places: whoever comes gets a number.',
  addPeople: 'Add people',
  noRelease: 'There is no release yet.',
  noReleaseHint:
    'Students get releases only: take a checkpoint of dev and promote it, then come back.',
  toPipeline: 'Go to the pipeline',
  refused: 'Not deployed',
  forecastUnread: 'The forecast could not be read',
  forecasting: 'Reckoning what it takes',
  deadline: 'Deadline',
  noDeadline: 'No deadline',
} as const;
