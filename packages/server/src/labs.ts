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
export function parseLab(_text: string): Blueprint {
  throw new Error();
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
