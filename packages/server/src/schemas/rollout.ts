import {
  outcomes,
  rolloutKinds,
  rolloutStates,
  targetStates,
  touchedChoices,
} from '@labcast/domain';
import type { RolloutChoices } from '@labcast/domain';
import type { Rollout, RolloutTarget } from '@labcast/store';
import { z } from 'zod';
import { forecastView } from './forecast.ts';

const moment = z.iso.datetime();
const choice = z.enum(touchedChoices);

export const choices = z
  .strictObject({
    default: choice.optional(),
    elements: z.record(z.string(), choice).optional(),
    environments: z.record(z.string(), choice).optional(),
  })
  .describe('What to do with elements that the release changes and the student has touched.');

export const rolloutRequest = z
  .strictObject({
    release: z.number().int().min(1).optional().describe('The newest, unless another is named.'),
    kind: z.enum(rolloutKinds).optional(),
    students: z.number().int().min(1).max(1000).optional().describe('Numbered places.'),
    roster: z.boolean().optional().describe('Everybody in the course who is a student.'),
    people: z.array(z.string().min(1).max(200)).max(1000).optional().describe('Logins or ids.'),
    environments: z.array(z.string().min(1).max(100)).max(1000).optional(),
    section: z.string().min(1).max(100).optional(),
    canary: z.boolean().default(true).describe('One first, with its checks, then the others.'),
    when: z
      .union([z.enum(['now', 'at-first-open']), z.iso.datetime({ offset: true })])
      .default('now'),
    choices: choices.optional(),
    script: z.string().min(1).max(100_000).optional().describe('For elements with `script`.'),
  })
  .meta({ id: 'RolloutRequest' });

export type RolloutRequest = z.output<typeof rolloutRequest>;

export const elementOutcome = z.object({
  name: z.string(),
  outcome: z.enum(outcomes),
  touchedFiles: z.number().int().optional(),
});

const rolloutTargetView = z
  .object({
    environment: z.string(),
    state: z.enum(targetStates),
    outcome: z.enum(outcomes).optional().describe('Absent until it is planned.'),
    elements: z.array(elementOutcome),
    attempts: z.number().int(),
    error: z.string().optional(),
    cause: z.string().optional().describe('The same for all that failed for the same reason.'),
    startedAt: moment.optional(),
    readyMs: z.number().optional(),
  })
  .meta({ id: 'RolloutTarget' });

export const rolloutView = z
  .object({
    number: z.number().int(),
    kind: z.enum(rolloutKinds),
    release: z.number().int(),
    state: z.enum(rolloutStates),
    canary: z.boolean(),
    atFirstOpen: z.boolean(),
    startsAt: moment.optional(),
    createdAt: moment,
    startedAt: moment.optional(),
    endedAt: moment.optional(),
    requestedBy: z.string(),
    error: z.string().optional().describe('Why it stands still.'),
    counts: z.object({
      total: z.number().int(),
      ready: z.number().int(),
      starting: z.number().int(),
      waiting: z.number().int(),
      failed: z.number().int(),
      kept: z.number().int(),
    }),
    slowestMs: z.number().optional(),
    targets: z.array(rolloutTargetView),
  })
  .meta({ id: 'Rollout' });

export type RolloutView = z.output<typeof rolloutView>;

export const rolloutList = z.object({ rollouts: z.array(rolloutView) }).meta({ id: 'Rollouts' });

export const rolloutPlanView = z
  .object({
    release: z.number().int(),
    kind: z.enum(rolloutKinds),
    forecast: forecastView.optional().describe('Absent before the first look at the lab host.'),
    fits: z.boolean(),
    waysOut: forecastView.shape.waysOut,
    targets: z.array(
      z.object({
        environment: z.string(),
        outcome: z.enum(outcomes),
        elements: z.array(elementOutcome),
      }),
    ),
  })
  .meta({ id: 'RolloutPlan' });

export type RolloutPlanView = z.output<typeof rolloutPlanView>;

export function toChoices(given: z.output<typeof choices> | undefined): RolloutChoices {
  return JSON.parse(JSON.stringify(given ?? {})) as RolloutChoices;
}

export function toRolloutView(rollout: Rollout, targets: readonly RolloutTarget[]): RolloutView {
  const views = targets.map(toTargetView);
  const count = (...states: RolloutTarget['state'][]) =>
    targets.filter(({ state }) => states.includes(state)).length;
  const times = views.flatMap(({ readyMs }) => (readyMs === undefined ? [] : [readyMs]));
  const { startsAt, startedAt, endedAt, error } = rollout;
  return {
    number: rollout.number,
    kind: rollout.kind,
    release: rollout.releaseNumber,
    state: rollout.state,
    canary: rollout.canary,
    atFirstOpen: rollout.atFirstOpen,
    ...(startsAt && { startsAt: startsAt.toISOString() }),
    createdAt: rollout.createdAt.toISOString(),
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    requestedBy: rollout.requestedBy,
    ...(error !== undefined && { error }),
    counts: {
      total: targets.length,
      ready: count('ready'),
      starting: count('starting'),
      waiting: count('waiting', 'cancelled'),
      failed: count('failed'),
      kept: count('kept'),
    },
    ...(times.length > 0 && { slowestMs: Math.max(...times) }),
    targets: views,
  };
}

function toTargetView(target: RolloutTarget): z.output<typeof rolloutTargetView> {
  const { startedAt, readyAt, outcome, error, cause } = target;
  return {
    environment: target.environment,
    state: target.state,
    ...(outcome && { outcome }),
    elements: target.elements.map((one) => ({ ...one })),
    attempts: target.attempts,
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    ...(startedAt && readyAt && { readyMs: readyAt.getTime() - startedAt.getTime() }),
  };
}
