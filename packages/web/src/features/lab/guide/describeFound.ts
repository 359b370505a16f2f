import { labText } from '../labText.ts';
import type { LabCheck } from './GuidePane.tsx';

/** What a check's command gave: its exit code, or where it did not end what kept it. */
export function describeFound({ exitCode, output }: LabCheck['tries'][number]): string {
  const text = labText.guide;
  const code = exitCode === undefined ? '' : text.exit(exitCode);
  if (output === '') return [code, text.foundNothing].filter(Boolean).join(', ');
  return code === '' ? output : code;
}
