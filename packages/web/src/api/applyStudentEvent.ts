import type { ClassView, EnvironmentView, StudentView } from '@labcast/api-client';

/** The class after an environment has told how it is; the same object when that says nothing new. */
export function applyStudentEvent(shown: ClassView, told: EnvironmentView): ClassView {
  const at = shown.students.findIndex(({ environment }) => environment === told.environment);
  const student = shown.students[at];
  if (!student || told.role !== 'student') return shown;
  const next = tellStudent(student, told);
  return next === student ? shown : { ...shown, students: shown.students.with(at, next) };
}

/** What only the class knows, such as checks and help, is read again later. */
function tellStudent(student: StudentView, { status, removedAt }: EnvironmentView): StudentView {
  if (student.state === 'frozen') return student;
  const state = removedAt === undefined ? status.state : 'not-deployed';
  const step = status.steps.find(({ state: stepState }) => stepState === 'running');
  if (state === student.state && step?.title === student.step) return student;
  const next: StudentView = { ...student, state };
  delete next.step;
  delete next.stepStartedAt;
  delete next.reason;
  if (step) next.step = step.title;
  if (step?.startedAt !== undefined) next.stepStartedAt = step.startedAt;
  if (state === 'failed' && status.lastError) next.reason = status.lastError.message;
  return next;
}
