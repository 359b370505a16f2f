import { LabcastError } from '../errors.ts';
import { LabDocument } from './LabDocument.ts';
import { addNetwork, attach, detach, removeNetwork, renameNetwork } from './editNetworks.ts';
import { addElement, removeElement, renameElement } from './editElements.ts';
import { insertLab } from './insertLab.ts';
import type { LabEdit } from './labEdit.ts';

/**
 * The text of a lab after some edits, one after the other. Comments, order and what is not touched stay. Throws
 * `blueprint-invalid` when the text is no YAML, and what is wrong with an edit that cannot be made, such as `name-taken`.
 * The result is read as any `lab.yaml` is: an edit may still ask for what a lab cannot be.
 */
export function editLab(text: string, edits: readonly LabEdit[]): string {
  if (edits.length === 0) return text;
  const lab = new LabDocument(text);
  for (const edit of edits) apply(lab, edit);
  return lab.toString();
}

function apply(lab: LabDocument, edit: LabEdit): void {
  switch (edit.kind) {
    case 'add-element':
      addElement(lab, edit.name, edit.element);
      return;
    case 'remove-element':
      removeElement(lab, edit.name);
      return;
    case 'rename-element':
      renameElement(lab, edit.name, edit.to);
      return;
    case 'attach':
      attach(lab, edit);
      return;
    case 'detach':
      detach(lab, edit.element, edit.network);
      return;
    case 'add-network':
      addNetwork(lab, edit);
      return;
    case 'remove-network':
      removeNetwork(lab, edit.name);
      return;
    case 'rename-network':
      renameNetwork(lab, edit.name, edit.to);
      return;
    case 'insert-lab':
      insertLab(lab, edit.text);
      return;
    case 'set':
      set(lab, edit);
      return;
  }
}

function set(lab: LabDocument, { path, value }: Extract<LabEdit, { kind: 'set' }>): void {
  const [first, name] = path;
  if (first === undefined)
    throw new LabcastError('request-invalid', 'An edit of lab.yaml names what it sets.');
  // Half an element is none: somebody removed or renamed it meanwhile.
  const isPart = first === 'elements' && name !== undefined && path.length > 2;
  if (isPart && !lab.has(path.slice(0, 2)))
    throw new LabcastError('element-not-found', `There is no element called ${name} any more.`);
  lab.set(path, value);
}
