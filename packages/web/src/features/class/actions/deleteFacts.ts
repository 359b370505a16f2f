import type { StudentView } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { actionsText } from './actionsText.ts';

/** What goes when these labs are deleted, in numbers. */
export function deleteFacts(
  students: readonly StudentView[],
  environments: readonly string[],
): readonly string[] {
  const chosen = students.filter(({ environment }) => environments.includes(environment));
  const used = chosen.reduce((sum, { usage }) => sum + (usage?.memoryBytes ?? 0), 0);
  return [
    ...actionsText.deleteFacts(environments.length),
    ...(used > 0 ? [actionsText.deleteSize(printSize(used))] : []),
  ];
}
