import type { EnvironmentView } from '@labcast/api-client';
import { environmentName } from '../environmentName.ts';

/**
 * How to remove what a message is about. A student's lab and a copy of frozen work go alone; dev and prod go with their
 * assignment only, so that the words must not say "it": whoever pastes the command would lose every student's lab.
 */
export function removalHint(view: EnvironmentView): string {
  const isAlone = view.role === 'student' || view.role === 'rehearsal';
  return isAlone
    ? `Remove it:  labcast destroy ${environmentName(view)}`
    : `Remove all: labcast destroy ${view.assignment}`;
}
