import type { Blueprint, BlueprintNetwork, Check } from './blueprint.ts';
import type { Change } from './change.ts';
import { isEqual } from './change.ts';
import { diffElement } from './diffElement.ts';

/** What applying `after` to a running `before` does, for people to read before they agree. Empty when it does nothing. */
export function diffBlueprints(before: Blueprint, after: Blueprint): Change[] {
  return [
    ...compare(before.networks, after.networks, describeNetwork),
    ...compare(before.elements, after.elements, diffElement),
    ...diffChecks(before.checks, after.checks),
    ...diffInstructions(before.instructions, after.instructions),
    ...diffSolution(before.solution, after.solution),
  ];
}

type Describe<T> = (name: string, before: T | undefined, after: T | undefined) => Change[];

function compare<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  describe: Describe<T>,
): Change[] {
  const old = new Map(Object.entries(before));
  const fresh = new Map(Object.entries(after));
  const names = new Set([...fresh.keys(), ...old.keys()]);
  return [...names].flatMap((name) => {
    const [was, becomes] = [old.get(name), fresh.get(name)];
    return isEqual(was, becomes) ? [] : describe(name, was, becomes);
  });
}

function describeNetwork(
  name: string,
  before: BlueprintNetwork | undefined,
  after: BlueprintNetwork | undefined,
): Change[] {
  const change = (action: Change['action'], message: string): Change => ({
    action,
    element: name,
    destroysData: false,
    message,
  });
  if (!after) return [change('remove', `The network ${name} is removed.`)];
  if (!before) return [change('create', `The network ${name} (${after.subnet}) is made.`)];
  const subnet = change(
    'restart',
    `The network ${name} moves from ${before.subnet} to ${after.subnet}; everything on it restarts.`,
  );
  const internet = change(
    'change',
    after.internet
      ? `The network ${name} gets a way to the internet, at once.`
      : `The network ${name} loses its way to the internet, at once.`,
  );
  return [
    ...(before.subnet === after.subnet ? [] : [subnet]),
    ...(before.internet === after.internet ? [] : [internet]),
  ];
}

function diffInstructions(before: string | undefined, after: string | undefined): Change[] {
  if (before === after) return [];
  const what = before === undefined ? 'are new' : after === undefined ? 'are removed' : 'change';
  const message = `The instructions ${what}.`;
  return [{ action: 'change', element: '', destroysData: false, message }];
}

/** It is run in rehearsals alone. */
function diffSolution(before: Blueprint['solution'], after: Blueprint['solution']): Change[] {
  if (isEqual(before, after)) return [];
  const what = !before ? 'is new' : after ? 'changes' : 'is removed';
  return [
    {
      action: 'change',
      element: (after ?? before)?.[0]?.on ?? '',
      destroysData: false,
      message: `The recorded solution ${what}.`,
    },
  ];
}

/** Checks only look, so they change nothing but what is shown; they are named by the element that they look at. */
function diffChecks(before: readonly Check[], after: readonly Check[]): Change[] {
  const byName = (checks: readonly Check[]) =>
    Object.fromEntries(checks.map((check) => [check.name, check]));
  return compare(byName(before), byName(after), (name, was, becomes): Change[] => {
    const what = !was ? 'is new' : becomes ? 'changes' : 'is not made any more';
    return [
      {
        action: 'change',
        element: (becomes ?? was)?.on ?? '',
        destroysData: false,
        message: `The check "${name}" ${what}.`,
      },
    ];
  });
}
