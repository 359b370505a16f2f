import { courseText } from './courseText.ts';

const longest = 200;

/** What is wrong with the name of a course or an assignment, in any script; undefined when nothing is. */
export function validateName(name: string): string | undefined {
  if (name.trim() === '') return courseText.nameNeeded;
  return Array.from(name.trim()).length > longest ? courseText.nameTooLong : undefined;
}
