import { consoleKinds, states } from '@labcast/domain';
import type { ClassMessage } from '@labcast/store';
import { z } from 'zod';
import { environmentView } from './environment.ts';
import { elementOutcome } from './rollout.ts';

const moment = z.iso.datetime();

export const checkTry = z
  .object({
    name: z.string(),
    on: z.string(),
    passed: z.boolean(),
    at: moment,
    exitCode: z.number().int().optional(),
    output: z.string().describe('What the command wrote, cut.'),
    expected: z.string(),
    milliseconds: z.number().int(),
    askedBy: z.string(),
  })
  .meta({ id: 'CheckTry' });

export const labCheck = z
  .object({
    name: z.string(),
    on: z.string().describe('The element in which it runs.'),
    step: z.number().int().optional().describe('Of the instructions, counted from 1.'),
    expected: z.string(),
    tries: z.array(checkTry).describe('Newest first, at most 20.'),
  })
  .meta({ id: 'LabCheck' });

const courseOfLab = z.object({ slug: z.string(), name: z.string() });

const isNew = z.boolean().describe('Nobody has started it yet: there is no work in it.');

export const labSummary = z
  .object({
    id: z.string(),
    title: z.string().describe('Of its assignment.'),
    assignment: z.string().describe('What commands call it.'),
    environment: z.string(),
    course: courseOfLab.optional(),
    state: z.enum(states),
    wanted: z.enum(['running', 'stopped', 'absent']),
    isNew,
    isFrozen: z.boolean(),
    checks: z.object({ passed: z.number().int(), total: z.number().int() }),
    opensAt: moment.optional(),
    deadline: moment.optional(),
    createdAt: moment,
  })
  .meta({ id: 'LabSummary' });

const examView = z.object({ startsAt: moment.optional(), endsAt: moment.optional() });

const messageView = z
  .object({ id: z.string(), text: z.string(), sentBy: z.string(), at: moment })
  .meta({ id: 'LabMessage' });

export function toMessageView({ at, ...message }: ClassMessage): z.output<typeof messageView> {
  return { ...message, at: at.toISOString() };
}

const updateOffer = z.object({
  release: z.number().int(),
  note: z.string(),
  elements: z
    .array(elementOutcome)
    .describe('What becomes of them, by what was there when it was offered.'),
});

export const labView = z
  .object({
    id: z.string(),
    title: z.string(),
    course: courseOfLab.optional(),
    environment: environmentView,
    isOwn: z.boolean().describe('Whether it was made for the caller.'),
    people: z.array(z.object({ id: z.string(), name: z.string() })).describe('Whose it is.'),
    instructions: z.string().describe('Markdown; each heading `## ` begins a step.'),
    checks: z.array(labCheck),
    consoles: z.array(z.object({ element: z.string(), kinds: z.array(z.enum(consoleKinds)) })),
    update: updateOffer.optional().describe('A later release, to be taken when it suits.'),
    help: z.object({ message: z.string(), askedBy: z.string(), since: moment }).optional(),
    messages: z.array(messageView).describe('From those who teach, newest first.'),
    isNew,
    isFrozen: z.boolean(),
    opensAt: moment.optional().describe('Before that those whose it is cannot open or start it.'),
    deadline: moment.optional().describe('When it is frozen, with the extra minutes.'),
    idleStopAt: moment.optional().describe('When it is stopped unless somebody uses it.'),
    isExam: z.boolean().describe('No internet, and nothing is copied out of consoles.'),
    exam: examView.optional().describe('While there is one, also before it begins.'),
  })
  .meta({ id: 'Lab' });
export type LabView = z.output<typeof labView>;

export const helpView = z
  .object({ message: z.string(), askedBy: z.string(), since: moment })
  .meta({ id: 'HelpRequest' });
