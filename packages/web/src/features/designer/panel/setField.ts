import type { LabValue } from '@labcast/domain';
import { panelText } from './panelText.ts';
import type { Panel } from './usePanel.ts';

/** Sets one field of an element, as one step of undo. */
export function setField(
  { design }: Panel,
  name: string,
  field: string,
  value: LabValue | undefined,
): void {
  design.edit(
    [{ kind: 'set', path: ['elements', name, field], value }],
    panelText.step.change(name, field),
  );
}
