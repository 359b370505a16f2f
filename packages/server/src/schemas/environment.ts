import { isInExam, states } from '@labcast/domain';
import type { Environment, LogLine } from '@labcast/store';
import { z } from 'zod';

const moment = z.iso.datetime();

const condition = z.object({
  type: z.string(),
  status: z.enum(['true', 'false', 'unknown']),
  reason: z.string().describe('One word, for programs.'),
  message: z.string().describe('One sentence, for people.'),
  since: z.string(),
});

const step = z.object({
  id: z.string(),
  title: z.string(),
  element: z.string().optional(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  message: z.string().optional(),
  usual: z
    .object({ medianMs: z.number(), p90Ms: z.number() })
    .optional()
    .describe('How long the same took lately on this host.'),
  place: z.number().int().optional().describe('In the queue of heavy work, counted from 1.'),
});

const elementStatus = z.object({
  name: z.string(),
  kind: z.enum(['container', 'vm', 'cluster', 'app', 'gateway']),
  state: z.enum(states),
  addresses: z.array(z.string()),
  instances: z.array(z.string()),
  url: z.string().optional(),
  acceleration: z
    .enum(['kvm', 'software'])
    .optional()
    .describe('Of a virtual machine that runs; software emulation is slow.'),
  reason: z.string().optional(),
  remedy: z.string().optional().describe('The way forward, where a person has to do something.'),
  notice: z
    .object({ message: z.string(), at: z.string() })
    .optional()
    .describe('What happened to it lately without Labcast.'),
});

const environmentStatus = z
  .object({
    state: z.enum(states),
    conditions: z.array(condition),
    elements: z.array(elementStatus),
    steps: z.array(step),
    attempts: z.number().int(),
    lastError: z
      .object({
        code: z.string(),
        message: z.string(),
        remedy: z.string().optional(),
        at: z.string(),
      })
      .optional(),
  })
  .meta({ id: 'EnvironmentStatus' });

export const environmentView = z
  .object({
    assignment: z.string(),
    environment: z.string().describe('`dev`, `prod` or the student.'),
    id: z.string(),
    key: z.string(),
    role: z.enum(['dev', 'prod', 'student', 'rehearsal', 'checkpoint']),
    type: z.string().optional().describe('The type that its assignment was made of.'),
    wanted: z.enum(['running', 'stopped', 'absent']),
    generation: z.number().int().describe('Counts every change of what is wanted.'),
    blueprintGeneration: z
      .number()
      .int()
      .describe('The generation in which its lab.yaml changed last.'),
    changedBy: z.string().optional().describe('Who changed its lab.yaml last.'),
    clipboard: z
      .enum(['both', 'in'])
      .describe('`in`, as in exams: consoles bring text into the lab, and none out of it.'),
    beforeDisks: z
      .array(z.string())
      .describe('Elements that see their disk from before an update, read-only, at /mnt/before.'),
    settled: z.boolean().describe('Whether it is as wanted.'),
    status: environmentStatus,
    createdAt: moment,
    updatedAt: moment,
    removedAt: moment.optional().describe('When nothing was left of it.'),
  })
  .meta({ id: 'EnvironmentView' });

export type EnvironmentView = z.output<typeof environmentView>;

export const logLine = z
  .object({
    id: z.string(),
    at: moment,
    level: z.enum(['info', 'warning', 'error']),
    element: z.string().optional(),
    message: z.string(),
  })
  .meta({ id: 'LogLine' });

/** What is told about an environment: everything but its `lab.yaml`. */
export function toEnvironmentView(environment: Environment): EnvironmentView {
  return {
    assignment: environment.assignmentName,
    environment: environment.name,
    id: environment.id,
    key: environment.key,
    role: environment.role,
    ...(environment.assignmentType !== undefined && { type: environment.assignmentType }),
    wanted: environment.wanted,
    generation: environment.generation,
    blueprintGeneration: environment.blueprintGeneration,
    ...(environment.changedBy !== undefined && { changedBy: environment.changedBy }),
    clipboard: hasExam(environment) ? 'in' : 'both',
    beforeDisks: Object.keys(environment.beforeDisks),
    settled: isSettled(environment),
    // The same but for `readonly`, which zod's types do not have.
    status: environment.status as EnvironmentView['status'],
    createdAt: environment.createdAt.toISOString(),
    updatedAt: environment.updatedAt.toISOString(),
    ...(environment.removedAt && { removedAt: environment.removedAt.toISOString() }),
  };
}

export function hasExam(environment: Environment): boolean {
  return environment.role === 'student' && isInExam(environment, new Date());
}

const settledState = { running: 'ready', stopped: 'stopped' } as const;

function isSettled(environment: Environment): boolean {
  if (environment.wanted === 'absent') return environment.removedAt !== undefined;
  const isSeen = environment.settledGeneration === environment.generation;
  const { state } = environment.status;
  // With something the matter that only a person can mend, it is as wanted all the same.
  const isAsWanted = state === settledState[environment.wanted] || state === 'attention';
  return isSeen && isAsWanted;
}

export function toLogLine(line: LogLine): z.output<typeof logLine> {
  return { ...line, at: line.at.toISOString() };
}
