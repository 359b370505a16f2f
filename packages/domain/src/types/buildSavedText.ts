import { editLab } from '../edit/editLab.ts';
import type { LabEdit } from '../edit/labEdit.ts';
import type { SavedParameter, SavedType } from './savedType.ts';

/** The saved text with these values in their places: comments stay, and without values so does every character. */
export function buildSavedText(
  { blueprint, parameters }: SavedType,
  values: Readonly<Record<string, string>>,
): string {
  const changed = parameters.flatMap((parameter): LabEdit[] => {
    const value = values[parameter.name] ?? parameter.default;
    if (value === parameter.default) return [];
    return [{ kind: 'set', path: parameter.path.split('.'), value: written(parameter, value) }];
  });
  return editLab(blueprint, changed);
}

/** Counts and whole cores are numbers in `lab.yaml`, `500m` and sizes are text. */
function written({ kind }: SavedParameter, value: string): string | number {
  const isNumber = kind === 'count' || (kind === 'cores' && !value.endsWith('m'));
  return isNumber ? Number(value) : value;
}
