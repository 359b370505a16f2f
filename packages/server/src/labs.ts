import { catalogueImages, LabcastError, parseBlueprint } from '@labcast/domain';
import type { Blueprint } from '@labcast/domain';

export interface LabChange {
  action: 'create' | 'change' | 'restart' | 'replace' | 'remove';
  element: string;
  destroysData: boolean;
  message: string;
}
export interface LabType {
  name: string;
  summary: string;
  parameters: {
    name: string;
    kind: 'size' | 'count' | 'cores' | 'text';
    default: string;
    minimum?: string;
    summary: string;
  }[];
}
/** Throws `blueprint-invalid` with everything that is wrong. */
export function parseLab(text: string): Blueprint {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('blueprint' in parsed) return parsed.blueprint;
  const { problems } = parsed;
  const count = problems.length === 1 ? 'a mistake' : `${String(problems.length)} mistakes`;
  throw new LabcastError('blueprint-invalid', `The lab.yaml has ${count}.`, { problems });
}
export function planLab(_before: string, _after: string): LabChange[] {
  throw new Error();
}
export function labFromType(_type: string, _parameters: Readonly<Record<string, string>>): string {
  throw new Error();
}
export function labTypes(): LabType[] {
  throw new Error();
}
