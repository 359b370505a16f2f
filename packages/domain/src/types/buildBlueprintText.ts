import { stringify } from 'yaml';
import { LabcastError } from '../errors.ts';
import type { Problem } from '../errors.ts';
import { suggestName } from '../text/closestName.ts';
import { buildSavedText } from './buildSavedText.ts';
import { checkParameter } from './checkParameter.ts';
import type { LabType, TypeParameter } from './labType.ts';
import type { SavedType } from './savedType.ts';
import { types } from './types.ts';

type AnyType = LabType | SavedType;

/**
 * `lab.yaml` of a type, built in or saved, with these parameters; those not given have their defaults. Throws
 * `type-unknown`, and `parameter-invalid` with a problem for each wrong parameter, whose `path` is the parameter's name.
 */
export function buildBlueprintText(
  typeName: string,
  parameters: Readonly<Record<string, string>>,
  saved: readonly SavedType[] = [],
): string {
  const type = getType(typeName, saved);
  const problems = validateParameters(type, parameters);
  if (problems.length > 0)
    throw new LabcastError(
      'parameter-invalid',
      problems.map(({ message }) => `${message}.`).join(' '),
      { problems, remedy: problems.map(({ remedy }) => remedy).join(' ') },
    );
  if ('blueprint' in type) return buildSavedText(type, parameters);
  const defaults = type.parameters.map((parameter) => [parameter.name, parameter.default] as const);
  return stringify(type.build({ ...Object.fromEntries(defaults), ...parameters }));
}

function getType(name: string, saved: readonly SavedType[]): AnyType {
  const all: readonly AnyType[] = [...types, ...saved];
  const type = all.find((known) => known.name === name);
  if (type) return type;
  const known = all.map((other) => other.name);
  throw new LabcastError(
    'type-unknown',
    `There is no type ${JSON.stringify(name)}. The types are ${known.join(', ')}.`,
    { remedy: suggestName(name, known) },
  );
}

function validateParameters(
  type: { readonly name: string; readonly parameters: readonly TypeParameter[] },
  given: Readonly<Record<string, string>>,
): Problem[] {
  return Object.entries(given).flatMap(([name, value]): Problem[] => {
    const parameter = type.parameters.find((known) => known.name === name);
    const known = type.parameters.map((other) => other.name);
    const refusal = parameter
      ? checkParameter(parameter, value)
      : {
          message: `${name}=${value}: the type ${type.name} has no parameter ${name}`,
          remedy: suggestName(name, known),
        };
    return refusal ? [{ ...refusal, path: name }] : [];
  });
}
