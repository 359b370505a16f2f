import type { ClassView, RolloutView, Run } from '@labcast/api-client';

const at = '2026-01-02T03:04:05.000Z';

/** A run that passed and made r1, unless said otherwise. */
export function exampleRun(changes: Partial<Run> = {}): Run {
  return {
    number: 1,
    checkpoint: 1,
    state: 'passed',
    students: 3,
    copies: 1,
    approve: false,
    promote: true,
    note: '',
    requestedBy: 'Ada',
    attempt: 1,
    stages: [{ name: 'validate', attempt: 1, state: 'passed', startedAt: at, endedAt: at }],
    createdAt: at,
    endedAt: at,
    release: 1,
    ...changes,
  };
}

type Target = RolloutView['targets'][number];

export function exampleTarget(changes: Partial<Target> = {}): Target {
  return { environment: '01', state: 'ready', elements: [], attempts: 1, ...changes };
}

/** A rollout of r1 to three students that has ended well, unless said otherwise. */
export function exampleRollout(changes: Partial<RolloutView> = {}): RolloutView {
  return {
    number: 1,
    kind: 'deploy',
    release: 1,
    state: 'done',
    canary: true,
    atFirstOpen: false,
    requestedBy: 'Ada',
    createdAt: at,
    startedAt: at,
    endedAt: at,
    counts: { total: 3, ready: 3, starting: 0, waiting: 0, failed: 0, kept: 0 },
    targets: [exampleTarget()],
    ...changes,
  };
}

/** A run that goes on. */
export function openRun(changes: Partial<Run> = {}): Run {
  const run = exampleRun({ state: 'running', ...changes });
  delete run.endedAt;
  delete run.release;
  return run;
}

/** A rollout that goes on. */
export function openRollout(changes: Partial<RolloutView> = {}): RolloutView {
  const rollout = exampleRollout({ state: 'running', ...changes });
  delete rollout.endedAt;
  return rollout;
}

export function exampleStudent(
  changes: Partial<ClassView['students'][number]> = {},
): ClassView['students'][number] {
  return {
    environment: '07',
    people: [{ id: 'p1', name: 'Bob', login: 'bob' }],
    state: 'ready',
    checks: { passed: 1, total: 2 },
    extraMinutes: 0,
    ...changes,
  };
}

export function exampleClass(changes: Partial<ClassView> = {}): ClassView {
  return {
    assignment: 'firewall',
    release: { number: 1, createdAt: at },
    policy: {},
    students: [exampleStudent()],
    ...changes,
  };
}
