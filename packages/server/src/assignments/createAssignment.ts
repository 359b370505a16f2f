import { LabcastError } from '@labcast/domain';
import type { SavedType } from '@labcast/domain';
import type { Assignment, Environment, Store } from '@labcast/store';
import { admission } from '../admission.ts';
import type { RouteDeps } from '../deps.ts';
import { labFromType, parseLab } from '../labs.ts';
import type { Creation } from './creation.ts';

/** Far more than one host carries; ends a search that cannot succeed. */
const mostNames = 1_000;

/** Refuses with what is wrong, and then nothing was made. */
export async function createAssignment(
  deps: RouteDeps,
  creation: Creation,
): Promise<{ assignment: Assignment; environment: Environment }> {
  const saved = await deps.store.listTypes();
  const { names, blueprint, ...origin } = readCreation(creation, saved);
  const admit = await admission(deps, parseLab(blueprint));
  return createWithFirstFree(deps.store, names, (name) =>
    deps.store.createAssignment({ ...origin, blueprint, name }, admit),
  );
}

function readCreation(
  { name, type, parameters = {}, blueprint }: Creation,
  saved: readonly SavedType[],
) {
  if (type !== undefined && blueprint === undefined) {
    const names = name === undefined ? numbered(type) : [name];
    return { names, type, parameters, blueprint: labFromType(saved, type, parameters) };
  }
  if (type !== undefined || blueprint === undefined) {
    throw new LabcastError('request-invalid', 'Give either a type or a blueprint.');
  }
  if (name === undefined) {
    throw new LabcastError('request-invalid', 'An assignment made of a lab.yaml needs a name.');
  }
  return { names: [name], parameters, blueprint };
}

/** `webserver`, `webserver-2`, `webserver-3`, ... */
function numbered(type: string): string[] {
  const others = Array.from({ length: mostNames - 1 }, (_, index) => `${type}-${index + 2}`);
  return [type, ...others];
}

async function createWithFirstFree<T>(
  store: Pick<Store, 'listAssignments'>,
  names: readonly string[],
  create: (name: string) => Promise<T>,
): Promise<T> {
  const taken = new Set((await store.listAssignments()).map(({ name }) => name));
  const free = names.length === 1 ? names : names.filter((name) => !taken.has(name));
  for (const name of free) {
    try {
      return await create(name);
    } catch (error) {
      const isTaken = error instanceof LabcastError && error.code === 'name-taken';
      // Somebody else was quicker: the next name will do, when the person did not choose this one.
      if (!isTaken || names.length === 1) throw error;
    }
  }
  throw new LabcastError('name-taken', `All names from ${names[0] ?? ''} on are taken.`);
}
