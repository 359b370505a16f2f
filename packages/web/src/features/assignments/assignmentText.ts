const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

/** Every text of an assignment's settings. */
export const assignmentText = {
  settings: 'Settings',
  /** The name is isolated: one in another direction would turn the whole title round. */
  title: (name: string) => `\u2068${name}\u2069: Settings`,
  loading: 'Reading the assignment',
  unread: 'This assignment could not be read',
  name: 'Name',
  rename: 'Rename',
  notChanged: 'Not changed',
  renameText: 'Addresses go on working: their last part finds it.',
  handle: 'What commands call it',
  handleText: (handle: string) => `labcast status ${handle}`,
  fixedName: 'It belongs to no course, so its name is what commands call it, and stays.',
  deleteTitle: 'Delete this assignment',
  deleteText: 'Its labs and everything in them are deleted. There is no way back.',
  facts: {
    environments: (count: number, instances: number) =>
      `${counted(count, 'lab', 'labs')} with ${counted(instances, 'machine', 'machines')}, and all that was made in them`,
    students: (count: number) =>
      count === 1 ? 'One of them is a student’s' : `${count} of them are students’`,
    kept: 'All of its checkpoints and releases go too',
    size: (memory: string, storage: string) =>
      `Up to ${memory} of memory and ${storage} of disk become free`,
    receipt: 'You get a receipt: each thing that was allocated, and when it was seen gone.',
  },
  receipt: 'Receipt of its labs',
  onlyInstructors: 'Only an instructor of the course changes or deletes an assignment.',
  design: 'To the design',
} as const;
