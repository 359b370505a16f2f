/** What is wanted of one element beyond the blueprint; nothing of it is in `lab.yaml`. */
export interface ElementWish {
  /** It stays stopped, whatever happens, until somebody starts it. */
  readonly stopped?: true;
  /** Counts how often a restart was asked for; what runs carries the number that it was started with. */
  readonly restarts?: number;
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

function wishOne({ restarts, stopped }: ElementWish, action: ElementAction): ElementWish {
  switch (action) {
    case 'stop':
      return { ...(restarts !== undefined && { restarts }), stopped: true };
    case 'start':
      return restarts === undefined ? {} : { restarts };
    // A stopped one is started by it, as everywhere.
    case 'restart':
      return { restarts: (restarts ?? 0) + 1 };
    case 'retry':
      return { ...(restarts !== undefined && { restarts }), ...(stopped && { stopped }) };
  }
}

/** Without those of elements that are not in the blueprint any more: another one of that name begins anew. */
export function keepWishes(wishes: ElementWishes, elements: readonly string[]): ElementWishes {
  return Object.fromEntries(Object.entries(wishes).filter(([name]) => elements.includes(name)));
}
