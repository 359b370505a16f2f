import { attentions, states } from '@labcast/domain';
import { z } from 'zod';
import { forecastView } from './forecast.ts';
import { rolloutView } from './rollout.ts';

const moment = z.iso.datetime();

const exam = z
  .strictObject({
    startsAt: z.iso.datetime({ offset: true }).optional(),
    endsAt: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(
    ({ startsAt, endsAt }) =>
      startsAt === undefined || endsAt === undefined || Date.parse(startsAt) < Date.parse(endsAt),
    { error: 'The exam ends before it begins.', path: ['endsAt'] },
  )
  .describe('No internet, clipboard into the lab only; doors open and close by the clock.');

export const policyRequest = z
  .strictObject({
    deadline: z.iso.datetime({ offset: true }).nullish(),
    idleMinutes: z.number().int().min(1).max(10_080).nullish(),
    exam: exam.nullish(),
  })
  .meta({ id: 'ClassPolicyRequest' });

export const policyView = z
  .object({
    deadline: moment.optional().describe('Then every lab is kept as it is, and frozen.'),
    idleMinutes: z.number().int().optional().describe('Stopped when nobody was there so long.'),
    exam: exam.optional(),
  })
  .meta({ id: 'ClassPolicy' });

const taskSummary = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.string(),
  error: z.string().optional(),
  createdAt: moment,
});

const studentStates = [...states, 'not-deployed', 'frozen'] as const;

const studentView = z
  .object({
    environment: z.string(),
    id: z.string().optional().describe('Of the environment; absent while there is none.'),
    people: z.array(z.object({ id: z.string(), name: z.string(), login: z.string() })),
    section: z.string().optional(),
    team: z.string().optional(),
    state: z.enum(studentStates),
    step: z.string().optional().describe('What is being done.'),
    stepStartedAt: z.string().optional(),
    reason: z.string().optional().describe('Why it is not ready.'),
    release: z.number().int().optional(),
    checks: z.object({
      passed: z.number().int(),
      total: z.number().int(),
      failing: z
        .object({ name: z.string(), times: z.number().int() })
        .optional()
        .describe('The one that failed most often in a row.'),
    }),
    lastSeen: moment.optional(),
    usage: z.object({ memoryBytes: z.number(), cpuCores: z.number() }).optional(),
    help: z.object({ since: moment, message: z.string() }).optional(),
    attention: z.enum(attentions).optional(),
    deadline: moment.optional().describe('With the extra minutes.'),
    extraMinutes: z.number().int(),
    frozenAt: moment.optional(),
    idleStopAt: moment.optional(),
    task: taskSummary.optional().describe('The newest, while it is not done.'),
  })
  .meta({ id: 'Student' });

export type StudentView = z.output<typeof studentView>;

export const classView = z
  .object({
    assignment: z.string(),
    release: z
      .object({ number: z.number().int(), createdAt: moment })
      .optional()
      .describe('The newest.'),
    rollout: rolloutView.optional().describe('The one that is not at its end, else the last.'),
    policy: policyView,
    forecast: forecastView.optional().describe('For all places that have no lab yet.'),
    students: z.array(studentView).describe('Needs help first, then by name.'),
  })
  .meta({ id: 'Class' });

const classActions = [
  'start',
  'stop',
  'restart',
  'reset',
  'checkpoint',
  'extend',
  'delete',
  'message',
] as const;

export const classActionRequest = z
  .strictObject({
    action: z.enum(classActions),
    environments: z.array(z.string().min(1).max(100)).min(1).max(1000),
    elements: z.array(z.string()).optional().describe('Of `restart` and `reset`; all by default.'),
    minutes: z.number().int().min(-1440).max(10_080).optional().describe('Of `extend`.'),
    text: z.string().min(1).max(2000).optional().describe('Of `message`.'),
    confirm: z.string().optional().describe('Of `delete`: how many, such as `3`.'),
  })
  .meta({ id: 'ClassAction' });

export const classActionResult = z
  .object({
    accepted: z.array(z.string()),
    refused: z.array(z.object({ environment: z.string(), reason: z.string() })),
  })
  .meta({ id: 'ClassActionResult' });
