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
  for (const list of ['checks', 'solution']) {
    for (let index = lab.count([list]) - 1; index >= 0; index--)
      if (lab.text([list, index, 'on']) === name) lab.remove([list, index]);
    if (lab.has([list]) && lab.count([list]) === 0) lab.remove([list]);
  }
  lab.remove(['elements', name]);
}

export function renameElement(lab: LabDocument, name: string, to: string): void {
  if (name === to || !lab.has(['elements', name])) return;
  refuseTaken(lab, to);
  lab.renameKey(['elements', name], to);
  for (const other of lab.keys(['elements']))
    if (isAppOn(lab, other, name)) lab.set(['elements', other, 'on'], to);
  for (const list of ['checks', 'solution'])
    for (let index = 0; index < lab.count([list]); index++)
      if (lab.text([list, index, 'on']) === name) lab.set([list, index, 'on'], to);
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
