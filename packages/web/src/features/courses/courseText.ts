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
  unreadCourse: 'This course could not be read',
  newAssignment: 'New assignment',
  noAssignmentTitle: 'No assignment yet',
  noAssignmentText: 'An assignment is one lab: build it once, then give every student a copy.',
  noAssignmentStudent: 'Nothing was given out in this course yet.',
  assignmentNameHint: 'As students will see it, such as Firewall basics.',
  from: 'Start from',
  origins: {
    blank: { label: 'A blank canvas', hint: 'Draw it, element by element.' },
    type: { label: 'A ready lab', hint: 'Something that works at once, to be changed.' },
    assignment: { label: 'Another assignment', hint: 'Its lab is copied, not shared.' },
  },
  type: 'Lab',
  assignment: 'Assignment',
  typesUnread: 'The ready labs could not be read',
  state: 'dev',
  peopleToCome:
    'People cannot be managed here yet. An administrator adds them to the course by the API.',
  rename: 'Rename',
  save: 'Save',
  archive: 'Archive this course',
  unarchive: 'Bring it back from the archive',
  archiveText: 'It moves to the archived courses. Nothing in it is stopped or deleted.',
} as const;
