import type { Blueprint } from '../blueprint/blueprint.ts';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import { editLab } from './editLab.ts';
import type { LabEdit } from './labEdit.ts';

/**
 * As `editLab`, and whoever the edits leave alone keeps its addresses: those that nobody wrote down are given in the file's
 * order, so that without one element the ones after it would move up, and start anew for it. Throws as `editLab`.
 */
export function editInPlace(
  text: string,
  edits: readonly LabEdit[],
  catalogue: readonly CatalogueImage[],
): string {
  const edited = editLab(text, edits);
  if (!edits.some(({ kind }) => kind === 'remove-element' || kind === 'detach')) return edited;
  const before = parseBlueprint(text, { file: 'lab.yaml', catalogue });
  const after = parseBlueprint(edited, { file: 'lab.yaml', catalogue });
  if ('problems' in before || 'problems' in after) return edited;
  return editLab(edited, listMoved(before.blueprint, after.blueprint));
}

/** Gives back the addresses that the same elements had on the same networks. */
function listMoved(before: Blueprint, after: Blueprint): LabEdit[] {
  return Object.entries(after.elements).flatMap(([name, element]) => {
    if (element.kind === 'app') return [];
    return element.networks.flatMap(({ network, addresses }) => {
      const had = addressesOn(before, name, network);
      if (had.length !== addresses.length || had.every((one) => addresses.includes(one))) return [];
      return [written(element.kind, { element: name, network, addresses: had })];
    });
  });
}

function addressesOn(blueprint: Blueprint, name: string, network: string): readonly string[] {
  const element = blueprint.elements[name];
  if (!element || element.kind === 'app') return [];
  return element.networks.find((one) => one.network === network)?.addresses ?? [];
}

function written(
  kind: 'container' | 'vm' | 'cluster',
  {
    element,
    network,
    addresses,
  }: { element: string; network: string; addresses: readonly string[] },
): LabEdit {
  const [address = ''] = addresses;
  if (kind !== 'cluster') return { kind: 'attach', element, network, address };
  const path = ['elements', element, 'networks'];
  return { kind: 'set', path, value: [{ name: network, addresses: [...addresses] }] };
}
