import type { Blueprint } from '../blueprint/blueprint.ts';
import { isEqual } from '../blueprint/change.ts';
import type { ElementOutcome, Outcome, RolloutChoices, TouchedChoice } from './rollout.ts';

/** An environment as far as an update is concerned. */
export interface UpdatedEnvironment {
  readonly name: string;
  /** Whether any machine of it ever ran. */
  readonly everRan: boolean;
  readonly before: Blueprint;
  readonly after: Blueprint;
  /** Elements whose disks are other ones in the two releases. */
  readonly changedDisks: ReadonlySet<string>;
  /** How many files of an element the student has changed; undefined where that cannot be told, which counts as touched. */
  readonly touchedFiles: ReadonlyMap<string, number | undefined>;
}

export interface EnvironmentPlan {
  readonly outcome: Outcome;
  readonly elements: readonly ElementOutcome[];
}

/** What an update makes of one environment, by what the release changes and what the student has touched. */
export function planTarget(
  environment: UpdatedEnvironment,
  choices: RolloutChoices,
): EnvironmentPlan {
  const names = Object.entries(environment.after.elements)
    .filter(([, { kind }]) => kind !== 'app')
    .map(([name]) => name);
  const elements = names.map((name) => planElement(name, environment, choices));
  return { outcome: overall(elements), elements };
}

function planElement(
  name: string,
  environment: UpdatedEnvironment,
  choices: RolloutChoices,
): ElementOutcome {
  const { before, after, everRan, changedDisks, touchedFiles } = environment;
  const was = before.elements[name];
  if (!was) return { name, outcome: 'new' };
  const isSame = isEqual(was, after.elements[name]) && !changedDisks.has(name);
  if (isSame) return { name, outcome: 'same' };
  if (!everRan) return { name, outcome: 'replace' };
  const touched = touchedFiles.get(name);
  if (touched === 0) return { name, outcome: 'replace', touchedFiles: 0 };
  const choice = choiceFor(name, environment.name, choices);
  return {
    name,
    outcome: outcomeOf[choice],
    ...(touched !== undefined && { touchedFiles: touched }),
  };
}

/** A student's work stays unless somebody decides otherwise. */
function choiceFor(element: string, environment: string, choices: RolloutChoices): TouchedChoice {
  return (
    choices.environments?.[environment] ?? choices.elements?.[element] ?? choices.default ?? 'keep'
  );
}

const outcomeOf = {
  keep: 'keep',
  replace: 'replace-kept',
  script: 'script',
} as const satisfies Record<TouchedChoice, Outcome>;

/** What is told of the whole: the most that happens to any of its elements. */
const weights: readonly Outcome[] = ['replace-kept', 'script', 'keep', 'replace', 'new', 'same'];

function overall(elements: readonly ElementOutcome[]): Outcome {
  return (
    weights.find((outcome) => elements.some((element) => element.outcome === outcome)) ?? 'same'
  );
}
