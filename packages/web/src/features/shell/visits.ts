/** Where somebody worked last, to go on there. Kept in the browser, for each person apart. */
export interface Visit {
  readonly assignment: string;
  readonly name: string;
  readonly at: number;
}

const keyOf = (personId: string) => `labcast-last-visit-${personId}`;

export function saveVisit(personId: string, visit: Visit, storage: Storage = localStorage): void {
  try {
    storage.setItem(keyOf(personId), JSON.stringify(visit));
  } catch {
    // A browser that keeps nothing has nothing to go on with.
  }
}

/** Undefined when there is none, or it is not readable. */
export function findVisit(personId: string, storage: Storage = localStorage): Visit | undefined {
  try {
    const found = JSON.parse(storage.getItem(keyOf(personId)) ?? 'null') as Partial<Visit> | null;
    const { assignment, name, at } = found ?? {};
    if (typeof assignment !== 'string' || typeof name !== 'string' || typeof at !== 'number')
      return undefined;
    return { assignment, name, at };
  } catch {
    return undefined;
  }
}
