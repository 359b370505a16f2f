const form = /^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/;
const reserved = ['gateway', 'localhost'];

/** Why an element or network cannot be called so; undefined when it can. */
export function checkName(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return 'A name is needed.';
  if (!form.test(name))
    return 'Use at most 30 lowercase letters, digits and dashes; start with a letter, do not end with a dash.';
  if (reserved.includes(name))
    return `The name ${name} is taken by Labcast itself. Choose another.`;
  return taken.includes(name)
    ? `There is something called ${name} already. Choose another.`
    : undefined;
}
