import { diffLab } from './diffLab.ts';
import { editLab } from './editLab.ts';
import { LabDocument } from './LabDocument.ts';

/** The draft without what it changes of one element or network; the rest of it stays. */
export function dropChanges(applied: string, draft: string, name: string): string {
  const isChecked = checkedElements(applied).includes(name);
  const kept = diffLab(applied, draft).filter(({ path: [key, of] }) => {
    if (key === 'checks') return !isChecked;
    return !((key === 'elements' || key === 'networks') && of === name);
  });
  // From what is applied, so that what comes back is in its place: the order gives addresses.
  return editLab(applied, kept);
}

function checkedElements(text: string): (string | undefined)[] {
  const lab = new LabDocument(text);
  return Array.from({ length: lab.count(['checks']) }, (_, index) =>
    lab.text(['checks', index, 'on']),
  );
}
