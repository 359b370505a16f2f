import { consoleKinds, states } from '@labcast/domain';
import { z } from 'zod';
import { environmentView } from './environment.ts';

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

export const labSummary = z
  .object({
    id: z.string(),
    title: z.string().describe('Of its assignment.'),
    assignment: z.string().describe('What commands call it.'),
    environment: z.string(),
    course: courseOfLab.optional(),
    state: z.enum(states),
    wanted: z.enum(['running', 'stopped', 'absent']),
    isFrozen: z.boolean(),
    checks: z.object({ passed: z.number().int(), total: z.number().int() }),
    deadline: moment.optional(),
    createdAt: moment,
  })
  .meta({ id: 'LabSummary' });

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
    help: z.object({ message: z.string(), askedBy: z.string(), since: moment }).optional(),
    isFrozen: z.boolean(),
    deadline: moment.optional(),
    idleStopAt: moment.optional().describe('When it is stopped unless somebody uses it.'),
    isExam: z.boolean(),
  })
  .meta({ id: 'Lab' });
export type LabView = z.output<typeof labView>;

export const helpView = z
  .object({ message: z.string(), askedBy: z.string(), since: moment })
  .meta({ id: 'HelpRequest' });
