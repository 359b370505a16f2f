import { typeText } from './typeText.ts';

/** A value of the lab that can be chosen each time it is made. */
export interface Choice {
  /** `elements.web.memory`. */
  readonly path: string;
  /** As it is now. */
  readonly value: string;
}

export interface ParameterDraft extends Choice {
  readonly name: string;
}

/** `memory`, or `web-memory` where several elements have one. */
export function suggestParameterName(path: string, choices: readonly Choice[]): string {
  const { element, field } = splitPath(path);
  const short = (field.split('.')[0] ?? field).toLowerCase();
  const isAlone = choices.filter((other) => splitPath(other.path).field === field).length === 1;
  // What tells them apart at the end stays.
  return isAlone ? short : `${element.slice(0, 29 - short.length)}-${short}`;
}

export function splitPath(path: string): { element: string; field: string } {
  const [, element = '', ...rest] = path.split('.');
  return { element, field: rest.join('.') };
}

/** As a person reads it: `memory of web`. */
export function describePath(path: string): string {
  const { element, field } = splitPath(path);
  return typeText.of(typeText.fieldNames[field] ?? field, element);
}

/** The command that makes it, with each parameter at its present value. */
export function printCommand(name: string, parameters: readonly ParameterDraft[]): string {
  const given = parameters.map((each) => `${each.name}=${quote(each.value)}`);
  return ['labcast create', name === '' ? '<name>' : name, ...given].join(' ');
}

const quote = (text: string) =>
  /^[A-Za-z0-9._:/@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

export interface TypeErrors {
  readonly name?: string;
  readonly summary?: string;
  /** By path. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What is wrong with a type before it is sent, by field. */
export function checkType(draft: {
  readonly name: string;
  readonly summary: string;
  readonly parameters: readonly ParameterDraft[];
}): TypeErrors {
  const { name, summary, parameters } = draft;
  const wrong = parameters.flatMap((parameter): [string, string][] => {
    const isTwin = parameters.some(
      (other) => other.path !== parameter.path && other.name === parameter.name,
    );
    if (!/^[a-z][a-z0-9_-]{0,29}$/.test(parameter.name) || parameter.name === 'name')
      return [[parameter.path, typeText.parameterRule]];
    return isTwin ? [[parameter.path, typeText.parameterTaken]] : [];
  });
  return {
    ...(!/^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/.test(name) && { name: typeText.nameRule }),
    ...(summary.trim() === '' && { summary: typeText.summaryNeeded }),
    parameters: Object.fromEntries(wrong),
  };
}

export const hasErrors = ({ name, summary, parameters }: TypeErrors) =>
  name !== undefined || summary !== undefined || Object.keys(parameters).length > 0;

/** The server's problems, at the fields that they are about. */
export function placeProblems(
  problems: readonly { readonly message: string; readonly path?: string | undefined }[],
  parameters: readonly ParameterDraft[],
): TypeErrors {
  const of = (field: string) => problems.find(({ path }) => path === field)?.message;
  const name = of('name');
  const summary = of('summary');
  const placed = problems.flatMap(({ path, message }): [string, string][] => {
    const index = /^parameters\.(\d+)/.exec(path ?? '')?.[1];
    const parameter = index === undefined ? undefined : parameters[Number(index)];
    return parameter ? [[parameter.path, `${message}.`]] : [];
  });
  return {
    ...(name !== undefined && { name: `${name}.` }),
    ...(summary !== undefined && { summary: `${summary}.` }),
    parameters: Object.fromEntries(placed),
  };
}
