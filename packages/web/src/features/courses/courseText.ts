import type { CourseRole } from '@labcast/api-client';

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

/** Every text of the list of courses and of one course. */
export const courseText = {
  home: 'Courses',
  loading: 'Reading the courses',
  unread: 'The courses could not be read',
  newCourse: 'New course',
  emptyTitle: 'No course yet',
  emptyText: 'A course holds assignments and the people who work on them.',
  emptyStudent: 'You are in no course yet. Whoever teaches it can add you or send you a link.',
  continue: 'Continue',
  outside: 'Not in a course',
  outsideText: 'Made by a command or by the setup.',
  openSample: 'Open the sample lab',
  madeAt: 'made',
  filter: 'Filter',
  filteredOut: 'No course is called that.',
  archived: (count: number) => `Archived (${count})`,
  assignments: (count: number) => counted(count, 'assignment', 'assignments'),
  people: (count: number) => counted(count, 'person', 'people'),
  running: (count: number) => (count === 0 ? 'nothing running' : `${count} running`),
  role: { instructor: 'instructor', assistant: 'assistant', student: 'student' } satisfies Record<
    CourseRole,
    string
  >,
  name: 'Name',
  courseNameHint: 'Such as Networks 2. It can be changed later.',
  create: 'Create',
  cancel: 'Cancel',
  nameNeeded: 'A name is needed.',
  nameTooLong: 'At most 200 characters.',
  notCreated: 'Not created',
  notChanged: 'Not changed',
  tabs: { assignments: 'Assignments', people: 'People', settings: 'Settings' },
  course: 'Course',
  unreadCourse: 'This course could not be read',
  newAssignment: 'New assignment',
  noAssignmentTitle: 'No assignment yet',
  noAssignmentText: 'An assignment is one lab: build it once, then give every student a copy.',
  noAssignmentStudent: 'Nothing was given out in this course yet.',
  state: 'dev',
  deployed: (count: number) => `${count} deployed`,
  asking: (count: number) => (count === 1 ? '1 needs help' : `${count} need help`),
  due: (moment: string) => `due ${moment}`,
  rename: 'Rename',
  save: 'Save',
  archive: 'Archive this course',
  unarchive: 'Bring it back from the archive',
  archiveText: 'It moves to the archived courses. Nothing in it is stopped or deleted.',
  archivedNotice: 'This course is archived. Nothing new can be made in it.',
  deleteTitle: 'Delete this course',
  deleteText:
    'Its assignments, their labs and everything in them are deleted. There is no way back.',
  deleteFacts: {
    assignments: (count: number) =>
      `${counted(count, 'assignment', 'assignments')} with all labs, checkpoints and releases`,
    running: (count: number) =>
      `${counted(count, 'lab', 'labs')} of these ${count === 1 ? 'is' : 'are'} meant to run now`,
    people: (count: number) =>
      `${counted(count, 'person is', 'people are')} in it; their accounts stay`,
    size: (memory: string, storage: string) =>
      `Up to ${memory} of memory and ${storage} of disk become free`,
    receipt: 'You get a receipt: each thing that was allocated, and when it was seen gone.',
  },
  receipts: 'Receipts of its labs',
  unknownTab: 'Only instructors see this.',
} as const;
