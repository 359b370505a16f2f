import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import type { Blueprint } from '../blueprint/blueprint.ts';
import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import type { Problem } from '../errors.ts';
import { LabcastError } from '../errors.ts';
import { suggestName } from '../text/closestName.ts';
import { parameterAt, parameterPaths } from './parameterAt.ts';
import type { SavedParameter, SavedType } from './savedType.ts';
import { types } from './types.ts';

/** What somebody asks to be saved. */
export interface TypeDefinition {
  readonly name: string;
  readonly summary: string;
  readonly blueprint: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly path: string;
    readonly summary: string;
  }[];
}

const mostParameters = 30;
const namePattern = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/;
const parameterPattern = /^[a-z][a-z0-9_-]{0,29}$/;
/** `labcast create <type> name=x` names the assignment. */
const takenParameters = ['name'];

/**
 * Reads a type to be saved: each parameter's kind, default and bounds come from the blueprint's value at its path. Throws
 * `name-taken` for a built-in's name, `blueprint-invalid`, and `parameter-invalid` with everything else that is wrong.
 */
export function defineType(
  definition: TypeDefinition,
  catalogue: readonly CatalogueImage[],
): SavedType {
  const { name, summary, blueprint: text, parameters } = definition;
  refuseBuiltIn(name);
  const blueprint = read(text, catalogue);
  const problems = [...validateName(name), ...validateParameters(definition)];
  const derived = parameters.flatMap((parameter, index): SavedParameter[] => {
    const found = parameterAt(parameter.path, blueprint, catalogue);
    if (found) return [{ ...parameter, ...found }];
    problems.push({
      message: `The parameter ${parameter.name} stands for ${parameter.path}, which is no value of this lab that can be chosen`,
      remedy: suggestName(parameter.path, parameterPaths(blueprint, catalogue)),
      path: `parameters.${index}.path`,
    });
    return [];
  });
  if (problems.length > 0) throw refusal(problems);
  return { name, summary, blueprint: text, parameters: derived };
}

function refuseBuiltIn(name: string): void {
  if (!types.some((type) => type.name === name)) return;
  throw new LabcastError('name-taken', `${name} is a type that Labcast itself has.`, {
    remedy: 'Choose another name.',
  });
}

function read(text: string, catalogue: readonly CatalogueImage[]): Blueprint {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue });
  if ('blueprint' in parsed) return parsed.blueprint;
  throw new LabcastError('blueprint-invalid', 'Only a lab without mistakes can be saved.', {
    problems: parsed.problems,
    remedy: 'Correct the lab.yaml first.',
  });
}

function validateName(name: string): Problem[] {
  if (namePattern.test(name)) return [];
  return [
    {
      message: `${JSON.stringify(name)} cannot be the name of a type`,
      remedy:
        'Use up to 40 lowercase letters, digits and dashes; start with a letter, end with a letter or digit.',
      path: 'name',
    },
  ];
}

function validateParameters({ parameters }: TypeDefinition): Problem[] {
  const tooMany = {
    message: `A type has at most ${mostParameters} parameters, this one has ${parameters.length}`,
    remedy: 'Leave out those that nobody changes.',
    path: 'parameters',
  };
  return [
    ...(parameters.length > mostParameters ? [tooMany] : []),
    ...parameters.flatMap((parameter, index) => validateParameter(parameter, index, parameters)),
  ];
}

function validateParameter(
  { name, path }: TypeDefinition['parameters'][number],
  index: number,
  all: TypeDefinition['parameters'],
): Problem[] {
  const before = all.slice(0, index);
  const place = `parameters.${index}`;
  const problems: Problem[] = [];
  if (!parameterPattern.test(name) || takenParameters.includes(name))
    problems.push({
      message: `${JSON.stringify(name)} cannot be the name of a parameter`,
      remedy: 'Use up to 30 lowercase letters, digits and dashes, and not "name", such as memory.',
      path: `${place}.name`,
    });
  if (before.some((other) => other.name === name))
    problems.push({
      message: `Two parameters are called ${name}`,
      remedy: 'Give each a name of its own.',
      path: `${place}.name`,
    });
  const twin = before.find((other) => other.path === path);
  if (twin)
    problems.push({
      message: `The parameters ${twin.name} and ${name} stand for the same value, ${path}`,
      remedy: 'Remove one of them.',
      path: `${place}.path`,
    });
  return problems;
}

function refusal(problems: readonly Problem[]): LabcastError {
  return new LabcastError(
    'parameter-invalid',
    problems.map(({ message }) => `${message}.`).join(' '),
    { problems, remedy: problems.map(({ remedy }) => remedy ?? '').join(' ') },
  );
}
