import type { ConsoleViewer, Environment, EnvironmentId } from '@labcast/store';

interface ElementViewers {
  readonly environmentId: EnvironmentId;
  readonly element: string;
  readonly viewers: readonly Omit<ConsoleViewer, 'element'>[];
}

/** Of all elements, because nobody remembers of which of them somebody left. */
export function viewersOfElements(
  { id: environmentId, status }: Pick<Environment, 'id' | 'status'>,
  all: readonly ConsoleViewer[],
): ElementViewers[] {
  const names = new Set(
    [...status.elements, ...all.map((viewer) => ({ name: viewer.element }))].map(
      ({ name }) => name,
    ),
  );
  return [...names].map((element) => ({
    environmentId,
    element,
    viewers: all
      .filter((viewer) => viewer.element === element)
      .map(({ personName, console, mode, since }) => ({ personName, console, mode, since })),
  }));
}
