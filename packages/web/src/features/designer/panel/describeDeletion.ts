import { printSize, type Blueprint } from '@labcast/domain';

interface Deletion {
  readonly name: string;
  readonly blueprint: Blueprint;
  /** What runs now. */
  readonly applied: Blueprint;
  readonly usedBytes?: number | undefined;
}

/** What is lost and what goes too when an element is deleted, each a sentence. */
export function describeDeletion({ name, blueprint, applied, usedBytes }: Deletion): string[] {
  const element = new Map(Object.entries(blueprint.elements)).get(name);
  const isMade = Object.hasOwn(applied.elements, name);
  const apps = Object.entries(blueprint.elements)
    .filter(([, other]) => other.kind === 'app' && other.on === name)
    .map(([app]) => app);
  const checks = blueprint.checks.filter(({ on }) => on === name || apps.includes(on)).length;
  const holdsData = element?.kind !== 'app' || element.volume !== undefined;
  return [
    !isMade
      ? `${name} was never made, so nothing is lost.`
      : !holdsData
        ? `${name} keeps nothing, so nothing is lost.`
        : `Everything stored on ${name} goes${usedBytes === undefined ? '' : ` (${printSize(usedBytes)} in use)`}.`,
    ...(apps.length === 0 ? [] : [`${listNames(apps)} on it ${goOrGoes(apps.length)} too.`]),
    ...(checks === 0
      ? []
      : [`${checks === 1 ? 'Its check goes' : `Its ${checks} checks go`} too.`]),
  ];
}

const goOrGoes = (count: number) => (count === 1 ? 'goes' : 'go');

function listNames(names: readonly string[]): string {
  return names.length === 1
    ? String(names[0])
    : `${names.slice(0, -1).join(', ')} and ${String(names.at(-1))}`;
}
