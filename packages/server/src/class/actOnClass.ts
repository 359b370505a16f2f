import { isInExam, LabcastError, wish } from '@labcast/domain';
import type { ElementWishes } from '@labcast/domain';
import type { Assignment, Environment } from '@labcast/store';
import type { z } from 'zod';
import { may } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import type { Identity } from '../access/identify.ts';
import { admission } from '../admission.ts';
import { removeEnvironment } from '../assignments/removeAssignment.ts';
import type { RouteDeps } from '../deps.ts';
import { parseLab } from '../labs.ts';
import type { classActionRequest, classActionResult } from '../schemas/class.ts';
import { frozenCopiesOf, studentsOf } from './readClass.ts';

type Deps = Pick<RouteDeps, 'store' | 'settings'>;
type Request = z.output<typeof classActionRequest>;
type Act = (environment: Environment) => Promise<unknown>;

/** One that refuses keeps nobody else from it. */
export async function actOnClass(
  deps: Deps,
  assignment: Assignment,
  asked: { readonly identity: Identity | undefined; readonly body: Request },
): Promise<z.output<typeof classActionResult>> {
  const { store } = deps;
  const { body, identity } = asked;
  refuseUnlessRight(body, identity, assignment);
  const labs = await store.listLabs();
  const students = studentsOf(labs, assignment.id);
  // Copies of frozen work are looked at, and go when that is done.
  const copies = body.action === 'delete' ? frozenCopiesOf(labs, assignment.id) : [];
  const act = actionFor(deps, body, nameOf(identity));
  const result: z.output<typeof classActionResult> = { accepted: [], refused: [] };
  for (const name of new Set(body.environments)) {
    const environment = [...students, ...copies].find((one) => one.name === name);
    const reason = environment ? whyNot(environment, body.action) : 'There is no such environment.';
    if (reason !== undefined || !environment) {
      result.refused.push({ environment: name, reason: reason ?? '' });
      continue;
    }
    try {
      await act(environment);
      result.accepted.push(name);
    } catch (error) {
      if (!(error instanceof LabcastError)) throw error;
      const reason = [error.message, error.remedy].filter(Boolean).join(' ');
      result.refused.push({ environment: name, reason });
    }
  }
  return result;
}

function refuseUnlessRight(
  { action, confirm, environments, minutes, text }: Request,
  identity: Identity | undefined,
  { courseId }: Assignment,
): void {
  if (action === 'extend' && minutes === undefined)
    throw new LabcastError('request-invalid', 'Say by how many minutes.');
  if (action === 'message' && text === undefined)
    throw new LabcastError('request-invalid', 'Say what the message is.');
  if (action !== 'delete') return;
  if (!may(identity, 'class:rule', courseId))
    throw new LabcastError('not-permitted', 'This needs the role instructor.', {
      remedy: 'Ask an instructor of the course or an administrator.',
    });
  const count = new Set(environments).size;
  if (confirm === String(count)) return;
  throw new LabcastError(
    'confirmation-needed',
    `This deletes the work of ${String(count)} ${count === 1 ? 'student' : 'students'} for good.`,
    { remedy: `Give ${String(count)} as the confirmation.` },
  );
}

function whyNot({ wanted, frozenAt }: Environment, action: Request['action']): string | undefined {
  if (wanted === 'absent') return action === 'delete' ? undefined : 'It is being deleted.';
  const changesWork = ['start', 'restart', 'reset'].includes(action);
  return frozenAt && changesWork ? 'It is frozen: give it more time first.' : undefined;
}

function actionFor(deps: Deps, { action, elements, minutes, text }: Request, by: string): Act {
  const { store } = deps;
  switch (action) {
    case 'start':
      return (environment) => start(deps, environment);
    case 'stop':
      return ({ id, wanted }) =>
        wanted === 'stopped' ? Promise.resolve() : store.changeWanted(id, { wanted: 'stopped' });
    case 'restart':
      return (environment) => restart(deps, environment, elements);
    case 'reset':
      return (environment) => reset(deps, environment, { elements, by });
    case 'checkpoint':
      return ({ id }) => store.createCheckpoint({ sourceId: id, reason: 'asked', createdBy: by });
    case 'extend':
      return (environment) => extend(deps, environment, minutes ?? 0);
    case 'delete':
      return (environment) => removeEnvironment(store, environment);
    case 'message':
      return ({ id }) => store.sendMessage([id], text ?? '', by);
  }
}

async function start(deps: Deps, { id, wanted, blueprint }: Environment): Promise<void> {
  if (wanted === 'running') return;
  const admit = await admission(deps, parseLab(blueprint));
  await deps.store.changeWanted(id, { wanted: 'running' }, admit);
}

/** With time left it is opened again; without, it is frozen anew at once, with what is there then. */
async function extend({ store }: Deps, environment: Environment, minutes: number): Promise<void> {
  const extraMinutes = Math.max(0, environment.extraMinutes + minutes);
  const { exam } = environment;
  const sealed = isInExam({ extraMinutes, ...(exam && { exam }) }, new Date());
  // Before it can be opened: an exam that goes on for one student goes on without internet.
  if (sealed !== environment.sealed) await store.changeWanted(environment.id, { sealed });
  await store.saveClassFields(environment.id, { extraMinutes, frozenAt: null });
}

async function restart(
  deps: Deps,
  environment: Environment,
  elements: readonly string[] | undefined,
): Promise<void> {
  if (environment.wanted !== 'running') return start(deps, environment);
  const names = namesOf(environment, elements);
  const wishes = (before: ElementWishes) => wish(before, names, 'restart');
  await deps.store.changeWanted(environment.id, { wishes });
}

/** Back to the release, after a checkpoint of what is there. */
async function reset(
  { store }: Deps,
  environment: Environment,
  { elements, by }: { elements: readonly string[] | undefined; by: string },
): Promise<void> {
  await store.createTask({
    environmentId: environment.id,
    kind: 'reset',
    change: { resets: namesOf(environment, elements) },
    keepFirst: 'before-reset',
    requestedBy: by,
  });
}

function namesOf({ blueprint }: Environment, elements: readonly string[] | undefined): string[] {
  const all = parseLab(blueprint).elements;
  const unknown = elements?.find((name) => !Object.hasOwn(all, name));
  if (unknown !== undefined) {
    throw new LabcastError('element-not-found', `There is no element ${unknown} in this lab.`);
  }
  return Object.entries(all)
    .filter(([name, { kind }]) => elements?.includes(name) ?? kind !== 'app')
    .map(([name]) => name);
}
