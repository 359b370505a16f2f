import type { OriginKind } from '../../routes/parseNewAssignmentSearch.ts';

/** Every text of making an assignment. */
export const newAssignmentText = {
  title: 'New assignment',
  in: (course: string) => `in ${course}`,
  name: 'Name',
  nameHint: 'As students will see it, such as Firewall basics.',
  from: 'Start from',
  origins: {
    needs: {
      label: 'What the class needs',
      hint: 'Say it in plain words; Labcast makes the lab and tells whether the class fits on this machine.',
    },
    blank: { label: 'A blank canvas', hint: 'Draw it, element by element.' },
    scenario: { label: 'A scenario', hint: 'A whole lab for a topic, to be changed.' },
    type: {
      label: 'A ready lab',
      hint: 'One thing that works at once, or what was saved as a type.',
    },
    assignment: { label: 'Another assignment', hint: 'Its lab is copied, not shared.' },
  } satisfies Record<OriginKind, { label: string; hint: string }>,
  type: 'Lab',
  typesUnread: 'The ready labs could not be read',
  assignment: 'Assignment',
  noAssignment: 'There is no other assignment yet.',
  scenario: 'Scenario',
  oneCopy: (memory: string, storage: string) =>
    `One copy takes up to ${memory} of memory and ${storage} of disk.`,
  scenariosUnread: 'The scenarios could not be read',
  loading: 'Reading what one can start from',
  create: 'Create',
  cancel: 'Cancel',
  notCreated: 'Not created',
  nothingYet: 'There is nothing to begin with yet: choose it above.',
  archived: 'This course is archived. Bring it back in its settings to make something new in it.',
  onlyInstructors: 'Only an instructor of the course makes assignments.',
  blankNote: 'Its dev environment is made with the first element.',
  devNote: 'This makes the dev environment at once, and leads to its design.',
} as const;

/** Every text of the needs in plain words and of the answer to them. */
export const needsText = {
  students: 'How many students',
  each: 'Each student gets',
  containers: 'Linux machines with a terminal',
  desktop: 'A desktop in the browser',
  vm: 'A virtual machine',
  webserver: 'A web server',
  cluster: 'A Kubernetes cluster, with this many nodes',
  internet: 'A way to the internet',
  sizes: 'Sizes of each machine',
  usual: 'What is usual',
  own: 'My own',
  cpu: 'CPU cores',
  memory: 'Memory',
  memoryHint: 'Such as 512MiB or 2GiB.',
  storage: 'Disk',
  storageHint: 'Such as 4GiB.',
  nothing: 'Choose at least one thing that each student gets.',
  answer: 'What this takes',
  asking: 'Working it out',
  unanswered: 'This cannot be worked out',
  each_: 'Each student',
  whole: (copies: number) => `The whole class (${copies} copies with dev)`,
  here: 'This machine has',
  rows: {
    memory: 'Memory, at most',
    idle: 'Memory, at least',
    disk: 'Disk, at most',
    written: 'Disk, written at the start',
    cpu: 'CPU cores',
    machines: 'Machines',
    addresses: 'Addresses',
  },
  free: (size: string) => `${size} free`,
  promise: (size: string) => `${size} to promise`,
  cores: (count: number) => (count === 1 ? '1 core' : `${count} cores`),
  fits: 'It fits.',
  fitsNot: (most: number, students: number) =>
    most === 0
      ? 'It does not fit.'
      : `It does not fit: it is enough for ${most} of ${students} students.`,
  ready: (time: string) => `All copies are ready about ${time} after the start.`,
  waysOut: 'Ways out',
  use: (students: number) => `Take ${students} students`,
  devAlone: 'You can create it all the same: that makes the dev environment alone.',
  lab: 'The lab.yaml of one copy',
} as const;
