import { counted, students } from '../counted.ts';

/** Texts of bringing the class to a later release, and back. */
export const updateText = {
  offer: (release: number, count: number) =>
    `r${release} is newer than what ${students(count)} ${count === 1 ? 'has' : 'have'}.`,
  open: (release: number) => `Update to r${release}`,
  noTitle: 'Update the class',
  title: (release: number) => `Update to r${release}`,
  tabTitle: (release: number, name: string) => `Update to r${release}, ${name}`,
  loading: 'Looking at what each student has changed',
  unread: 'The plan could not be made',
  nothingYet: 'Nothing has happened yet. Choose what becomes of work, then press Update.',
  outcomes: {
    new: 'New',
    replace: 'Replaced',
    same: 'Left alone',
    keep: 'Keep theirs',
    'replace-kept': 'Replaced, their disk is kept',
    script: 'Run the script',
  },
  groups: {
    new: ['Get what is new', 'It is made for them; nothing that they have is touched.'],
    replace: ['Replaced', 'They never started it, or changed nothing in what changes.'],
    same: ['Left alone', 'What they have does not differ between the releases.'],
    touched: [
      'With work in what changes',
      'A checkpoint of each is taken first, whatever you choose: restoring it brings the work back.',
    ],
  },
  choice: 'What becomes of their work',
  choices: {
    keep: ['Keep theirs', 'Their machines stay as they are, on the old release.'],
    replace: [
      'Replace',
      'They get the new release; their old disk is attached read-only at /mnt/before. That of a virtual machine stays in the checkpoint alone.',
    ],
    script: ['Run a script', 'It runs in their machine and mends what is to be mended.'],
  },
  asAbove: 'As chosen above',
  script: 'Script',
  scriptHint: 'Runs as root with /bin/sh in each machine with work in it.',
  scriptMissing: 'Write the script first.',
  touched: (element: string, files: number | undefined) =>
    files === undefined ? element : `${element}: ${counted(files, 'file', 'files')} changed`,
  when: 'When',
  whens: {
    now: ['Now', 'One after the other, as many at once as the host works on.'],
    offered: [
      'When it suits each student',
      'They see it in their lab with “Update now” and “Later”; nothing happens until they press.',
    ],
  },
  offerTo: (count: number) => `Offer to ${students(count)}`,
  canary: 'One first, with its checks, then the others',
  button: (count: number) => `Update ${students(count)}`,
  nobody: 'Nobody has anything to update.',
  back: 'Back to the class',
  refused: 'Not updated',
  time: (time: string) => `About ${time}`,
  forWhom: (count: number) => `For ${students(count)}`,
  changes: 'What changes',
  rollBack: 'Roll back to the release before',
} as const;
