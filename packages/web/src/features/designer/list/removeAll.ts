import type { Design } from '../design/Design.ts';
import { panelText } from '../panel/panelText.ts';

/** Deletes elements and networks, as one step of undo. */
export function removeAll(design: Design, names: readonly string[]): void {
  const { elements, networks } = design.blueprint;
  // Apps go with their cluster, which must not be deleted a second time.
  const hosts = names.filter((name) => {
    const element = Object.hasOwn(elements, name) ? elements[name] : undefined;
    return element && !(element.kind === 'app' && names.includes(element.on));
  });
  design.edit(
    [
      ...hosts.map((name) => ({ kind: 'remove-element', name }) as const),
      ...names
        .filter((name) => Object.hasOwn(networks, name))
        .map((name) => ({ kind: 'remove-network', name }) as const),
    ],
    names.length === 1
      ? panelText.step.remove(names[0] ?? '')
      : panelText.removeSeveral(names.length),
  );
  design.select([]);
}
