import type { components } from './generated/api.ts';

type Schemas = components['schemas'];

/** What the server takes and gives, by the names that its description has for it. */
export type EnvironmentView = Schemas['EnvironmentView'];
export type EnvironmentStatus = Schemas['EnvironmentStatus'];
export type LogLine = Schemas['LogLine'];
export type Log = Schemas['Log'];
export type Problem = Schemas['Problem'];
export type ErrorView = Schemas['ErrorView'];
export type Assignment = Schemas['Assignment'];
export type Assignments = Schemas['Assignments'];
export type CreateAssignmentRequest = Schemas['CreateAssignmentRequestInput'];
export type CreatedAssignment = Schemas['CreatedAssignment'];
export type RemovedAssignment = Schemas['RemovedAssignment'];
export type Blueprint = Schemas['Blueprint'];
export type Change = Schemas['Change'];
export type Plan = Schemas['Plan'];
export type Types = Schemas['Types'];
export type Images = Schemas['Images'];
export type Capacity = Schemas['Capacity'];
export type Receipts = Schemas['Receipts'];
export type Sweep = Schemas['Sweep'];
export type Session = Schemas['Session'];
export type Person = Schemas['Person'];
export type ApiToken = Schemas['ApiToken'];
export type MadeApiToken = Schemas['MadeApiToken'];
export type NewApiToken = Schemas['NewApiTokenInput'];
export type NewPerson = Schemas['NewPersonInput'];
export type PersonChange = Schemas['PersonChangeInput'];
export type Course = Schemas['Course'];
export type CourseRole = Course['role'];
export type CoursePeople = Schemas['CoursePeople'];
export type AssignmentDetail = Schemas['AssignmentDetail'];
export type NewCourseAssignment = Schemas['NewCourseAssignmentInput'];
export type AssignmentOrigin = NewCourseAssignment['from'];
export type Audit = Schemas['Audit'];
