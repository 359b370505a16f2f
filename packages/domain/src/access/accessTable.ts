import type { CourseRole, Scope } from './roles.ts';

/**
 * Whom a rule lets in. `anybody` needs no sign-in; `person` is anybody signed in; `teacher` is an instructor of any course.
 * `owner` is who the environment was made for; `tutor` is an assistant of the course, where the environment is a
 * student's. An administrator is let in wherever a person is.
 */
export type Admitted =
  'anybody' | 'person' | 'teacher' | 'administrator' | 'owner' | 'tutor' | CourseRole;

export interface Rule {
  readonly admits: readonly Admitted[];
  /** What a token needs for it. */
  readonly scope: Scope;
  /** The owner only while the doors are open: from the start of the exam until the deadline. */
  readonly behindDoors?: true;
  /** Not the owner during an exam. */
  readonly notInExam?: true;
}

const staff = ['instructor', 'assistant'] as const;
const insiders = ['instructor', 'tutor', 'owner'] as const;
const members = ['instructor', 'assistant', 'student'] as const;

/** Every action on every kind of thing, and who may do it. What does not stand here nobody may do. */
export const accessTable = {
  server: {
    ask: { admits: ['anybody'], scope: 'read' },
    measure: { admits: ['administrator'], scope: 'read' },
    sweep: { admits: ['administrator'], scope: 'admin' },
  },
  page: { view: { admits: ['anybody'], scope: 'read' } },
  session: {
    view: { admits: ['anybody'], scope: 'read' },
    begin: { admits: ['anybody'], scope: 'read' },
    end: { admits: ['person'], scope: 'read' },
  },
  account: {
    view: { admits: ['person'], scope: 'admin' },
    change: { admits: ['person'], scope: 'admin' },
  },
  people: {
    view: { admits: ['administrator'], scope: 'admin' },
    change: { admits: ['administrator'], scope: 'admin' },
  },
  ledger: { view: { admits: ['administrator'], scope: 'read' } },
  audit: { view: { admits: ['administrator'], scope: 'admin' } },
  catalogue: { view: { admits: ['person'], scope: 'read' } },
  image: {
    /** Disks of one's own; an administrator's are everybody's. */
    upload: { admits: ['administrator', 'teacher'], scope: 'write' },
  },
  type: {
    save: { admits: ['administrator', 'teacher'], scope: 'write' },
    /** One's own; administrators any. */
    remove: { admits: ['administrator', 'teacher'], scope: 'write' },
  },
  capacity: {
    view: { admits: ['administrator', 'teacher'], scope: 'read' },
    /** By course: who has how much is nobody else's business. */
    share: { admits: ['administrator'], scope: 'read' },
  },
  event: { watch: { admits: ['person'], scope: 'read' } },
  course: {
    list: { admits: ['person'], scope: 'read' },
    create: { admits: ['administrator', 'teacher'], scope: 'write' },
    /** Whoever has a code. */
    join: { admits: ['person'], scope: 'write' },
    view: { admits: members, scope: 'read' },
    change: { admits: ['instructor'], scope: 'write' },
    remove: { admits: ['instructor'], scope: 'write' },
  },
  roster: {
    view: { admits: staff, scope: 'read' },
    change: { admits: ['instructor'], scope: 'write' },
  },
  assignment: {
    list: { admits: ['person'], scope: 'read' },
    createOutside: { admits: ['administrator'], scope: 'write' },
    create: { admits: ['instructor'], scope: 'write' },
    view: { admits: staff, scope: 'read' },
    change: { admits: ['instructor'], scope: 'write' },
    remove: { admits: ['instructor'], scope: 'write' },
  },
  class: {
    view: { admits: staff, scope: 'read' },
    /** What helps single students: restart, reset, more time, a message. */
    help: { admits: staff, scope: 'write' },
    /** Deploy, update, delete, deadline, exam. */
    rule: { admits: ['instructor'], scope: 'write' },
  },
  lab: {
    /** One's own. */
    list: { admits: ['person'], scope: 'read' },
  },
  environment: {
    view: { admits: [...staff, 'owner'], scope: 'read' },
    /** Its `lab.yaml`, which holds the solution and what the checks look for. */
    readBlueprint: { admits: staff, scope: 'read' },
    change: { admits: ['instructor'], scope: 'write' },
    /** Start, stop, restart, try again; eject a disc. */
    operate: { admits: insiders, scope: 'write', behindDoors: true },
    /** Back to where it came from; a checkpoint is taken first. */
    reset: { admits: insiders, scope: 'write', behindDoors: true },
    /** Runs the checks of the lab in it. */
    check: { admits: insiders, scope: 'write', behindDoors: true },
    askHelp: { admits: ['owner'], scope: 'write' },
    answerHelp: { admits: insiders, scope: 'write' },
    /** Consoles, in which those who are there see each other: whoever is inside is root there. */
    enter: { admits: insiders, scope: 'write', behindDoors: true },
    /** Commands, connections and files, which nobody inside sees. */
    reach: { admits: ['instructor', 'owner'], scope: 'write', behindDoors: true },
    /** Files to one's own computer, and connections from it. */
    takeOut: {
      admits: ['instructor', 'owner'],
      scope: 'write',
      behindDoors: true,
      notInExam: true,
    },
    /** It is the platform's, and keeps the lab apart from others. */
    enterGateway: { admits: ['administrator'], scope: 'write' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Rule>>>>;

type Table = typeof accessTable;

/** `environment:change`. */
export type Permission = {
  [Resource in keyof Table]: `${Resource}:${keyof Table[Resource] & string}`;
}[keyof Table];

export const permissions = Object.entries(accessTable).flatMap(([resource, actions]) =>
  Object.keys(actions).map((action) => `${resource}:${action}` as Permission),
);

/** Undefined for what does not stand in the table. */
export function findRule(permission: string): Rule | undefined {
  const [resource = '', action = ''] = permission.split(':');
  const actions: Readonly<Record<string, Rule>> | undefined = Object.hasOwn(accessTable, resource)
    ? accessTable[resource as keyof Table]
    : undefined;
  return actions && Object.hasOwn(actions, action) ? actions[action] : undefined;
}
