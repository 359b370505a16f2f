import { courseRoles } from '@labcast/domain';
import { peopleText } from './peopleText.ts';

/** The roles of a course, for a field to choose from. */
export const roleChoices = courseRoles.map((value) => ({ value, label: peopleText.roles[value] }));
