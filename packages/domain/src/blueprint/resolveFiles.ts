import type { BlueprintFile } from './blueprint.ts';
import type { Report } from './placedProblem.ts';

/** Files of one element: no two at the same path. Modes get their four digits. */
export function resolveFiles(
  element: string,
  files: readonly { path: string; content: string; mode: string; owner?: string }[],
  report: Report,
): BlueprintFile[] {
  return files.map((file, index) => {
    if (files.findIndex(({ path }) => path === file.path) < index)
      report(['elements', element, 'files', index, 'path'], {
        message: `${element} has two files at ${file.path}`,
        remedy: 'Remove one of the two.',
      });
    return { owner: 'root', ...file, mode: file.mode.padStart(4, '0') };
  });
}
