import { LabcastError } from '../errors.ts';
import type { LabDocument } from './LabDocument.ts';
import type { LabValue } from './labEdit.ts';

export function addElement(lab: LabDocument, name: string, element: LabValue): void {
  refuseTaken(lab, name);
  lab.set(['elements', name], element);
}

export function removeElement(lab: LabDocument, name: string): void {
  for (const other of lab.keys(['elements']))
    if (isAppOn(lab, other, name)) removeElement(lab, other);
  for (let index = lab.count(['checks']) - 1; index >= 0; index--)
    if (lab.text(['checks', index, 'on']) === name) lab.remove(['checks', index]);
  if (lab.has(['checks']) && lab.count(['checks']) === 0) lab.remove(['checks']);
  lab.remove(['elements', name]);
}

export function renameElement(lab: LabDocument, name: string, to: string): void {
  if (name === to || !lab.has(['elements', name])) return;
  refuseTaken(lab, to);
  lab.renameKey(['elements', name], to);
  for (const other of lab.keys(['elements']))
    if (isAppOn(lab, other, name)) lab.set(['elements', other, 'on'], to);
  for (let index = 0; index < lab.count(['checks']); index++)
    if (lab.text(['checks', index, 'on']) === name) lab.set(['checks', index, 'on'], to);
}

function isAppOn(lab: LabDocument, name: string, cluster: string): boolean {
  return lab.text(['elements', name, 'on']) === cluster;
}

function refuseTaken(lab: LabDocument, name: string): void {
  if (!lab.has(['elements', name])) return;
  throw new LabcastError('name-taken', `There is an element called ${name} already.`, {
    remedy: 'Choose another name.',
  });
}
