import { imagePattern } from '../blueprint/fieldSchemas.ts';
import { parseCores } from '../units/cores.ts';
import type { Refusal } from '../units/refusal.ts';
import { parseSize } from '../units/size.ts';
import type { ParameterKind, TypeParameter } from './labType.ts';

/** What is wrong with a given value: what was given, why it is refused, and what would be right. */
export function checkParameter(parameter: TypeParameter, value: string): Refusal | undefined {
  const given = `${parameter.name}=${value}`;
  const example = `Write for example ${parameter.name}=${parameter.default}.`;
  const parsed = parseValue[parameter.kind](value, parameter.name);
  if (typeof parsed !== 'number')
    return { message: `${given}: ${parsed.message}`, remedy: `${parsed.remedy} ${example}` };
  const bound = (text: string | undefined, otherwise: number): number => {
    const limit = text === undefined ? otherwise : parseValue[parameter.kind](text, '');
    return typeof limit === 'number' ? limit : otherwise;
  };
  if (parsed < bound(parameter.minimum, -Infinity))
    return {
      message: `${given}: ${parameter.name} is at least ${parameter.minimum ?? ''}`,
      remedy: example,
    };
  if (parsed > bound(parameter.maximum, Infinity))
    return {
      message: `${given}: ${parameter.name} is at most ${parameter.maximum ?? ''}`,
      remedy: example,
    };
  return undefined;
}

const parseValue: Record<ParameterKind, (text: string, name: string) => number | Refusal> = {
  size: parseSize,
  cores: parseCores,
  count: (text, name) =>
    /^\d{1,9}$/.test(text)
      ? Number(text)
      : { message: `${name} is not a whole number`, remedy: 'Write a whole number.' },
  // Text has no size: any that is an image's name is right.
  text: (text, name) =>
    imagePattern.test(text)
      ? 0
      : { message: `${name} is not the name of an image`, remedy: 'Write the name of an image.' },
};
