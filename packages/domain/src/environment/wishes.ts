/** What is wanted of one element beyond the blueprint; nothing of it is in `lab.yaml`. */
export interface ElementWish {
  /** It stays stopped, whatever happens, until somebody starts it. */
  readonly stopped?: true;
  /** Counts how often a restart was asked for; what runs carries the number that it was started with. */
  readonly restarts?: number;
  /** Names the last time that it was asked for anew; what runs carries the name of the one that made it. */
  readonly reset?: string;
}

/** By the element's name. */
export type ElementWishes = Readonly<Record<string, ElementWish>>;

export const elementActions = ['start', 'stop', 'restart', 'retry'] as const;
export type ElementAction = (typeof elementActions)[number];

/** The wishes after somebody asked for something of some elements. */
export function wish(
  before: ElementWishes,
  elements: readonly string[],
  action: ElementAction,
): ElementWishes {
  const changed = elements.map((name) => [name, wishOne(before[name] ?? {}, action)] as const);
  return { ...before, ...Object.fromEntries(changed) };
}

function wishOne(before: ElementWish, action: ElementAction): ElementWish {
  switch (action) {
    case 'stop':
      return { ...before, stopped: true };
    case 'start':
      return unstopped(before);
    // A stopped one is started by it, as everywhere.
    case 'restart':
      return { ...unstopped(before), restarts: (before.restarts ?? 0) + 1 };
    case 'retry':
      return before;
  }
}

function unstopped({ restarts, reset }: ElementWish): ElementWish {
  return { ...(restarts !== undefined && { restarts }), ...(reset !== undefined && { reset }) };
}

/**
 * The wishes after some elements were asked for anew. What was stopped is started by it. The same `reset` once more changes
 * nothing.
 */
export function wishReset(
  before: ElementWishes,
  elements: readonly string[],
  reset: string,
): ElementWishes {
  const anew = elements.map((name) => {
    return [name, { ...unstopped(before[name] ?? {}), reset }] as const;
  });
  return { ...before, ...Object.fromEntries(anew) };
}

/** Without those of elements that are not in the blueprint any more: another one of that name begins anew. */
export function keepWishes(wishes: ElementWishes, elements: readonly string[]): ElementWishes {
  return Object.fromEntries(Object.entries(wishes).filter(([name]) => elements.includes(name)));
}
