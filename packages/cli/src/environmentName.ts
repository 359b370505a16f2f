import { wrongUse } from './commandError.ts';

/** An environment as a person writes it: `webserver/dev`; the assignment's name alone means its dev environment. */
export interface EnvironmentName {
  readonly assignment: string;
  readonly environment: string;
}

const namePattern = /^[a-z0-9][a-z0-9-]*$/;

/** Throws wrong use for anything that cannot be a name, before it becomes part of an address. */
export function parseEnvironmentName(text: string): EnvironmentName {
  const [assignment = '', environment = 'dev', ...rest] = text.split('/');
  if (rest.length > 0 || !namePattern.test(assignment) || !namePattern.test(environment)) {
    throw wrongUse(
      `${JSON.stringify(text)} is not the name of an environment.`,
      'Write assignment/environment, such as webserver/dev, or the assignment alone for its dev environment. labcast ls shows all.',
    );
  }
  return { assignment, environment };
}

/** Throws wrong use when an environment is named: what is asked for concerns the whole assignment. */
export function parseAssignmentName(text: string): string {
  if (!namePattern.test(text)) {
    throw wrongUse(
      `${JSON.stringify(text)} is not the name of an assignment.`,
      'Write the name alone, such as webserver. labcast ls shows all.',
    );
  }
  return text;
}

/** The short form that a person would write. */
export function environmentName(view: { assignment: string; environment: string }): string {
  return view.environment === 'dev' ? view.assignment : `${view.assignment}/${view.environment}`;
}
