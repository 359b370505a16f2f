import type { Attachment, Blueprint, Element } from '../blueprint/blueprint.ts';
import type { Change } from '../blueprint/change.ts';
import { isEqual } from '../blueprint/change.ts';

/**
 * Whether a change is kept in the plan until a person applies it: what restarts, replaces, deletes or shrinks something.
 * What creates, wires or enlarges happens at once.
 */
export function waitsForApply(change: Change, before: Blueprint, after: Blueprint): boolean {
  if (change.destroysData || change.action === 'remove' || change.action === 'replace') return true;
  const [was, becomes] = [before.elements[change.element], after.elements[change.element]];
  if (change.action === 'restart') return !was || !becomes || !isOnlyWired(was, becomes);
  return change.action === 'change' && !!was && !!becomes && shrinks(was, becomes);
}

/** On one more network, and otherwise where it was. */
function isOnlyWired(before: Element, after: Element): boolean {
  const [was, becomes] = [attachmentsOf(before), attachmentsOf(after)];
  return becomes.length > was.length && was.every((one, index) => isEqual(one, becomes[index]));
}

function attachmentsOf(element: Element): readonly Attachment[] {
  return element.kind === 'app' ? [] : element.networks;
}

type Sizes = Partial<Record<'cpu' | 'memoryBytes' | 'storageBytes' | 'nodes' | 'replicas', number>>;

function shrinks(before: Sizes, after: Sizes): boolean {
  const sizes = ['cpu', 'memoryBytes', 'storageBytes', 'nodes', 'replicas'] as const;
  // Without a limit there is all that the node has.
  const sizeOf = (element: Sizes, key: keyof Sizes) => element[key] ?? Number.POSITIVE_INFINITY;
  return sizes.some((key) => sizeOf(after, key) < sizeOf(before, key));
}
