import { SegmentedControl, Input } from '@mantine/core';
import { firmwares, type VmElement } from '@labcast/domain';
import { FieldNotes } from './FieldNotes.tsx';
import { ImageOf } from './ImageOf.tsx';
import { NetworksSection } from './NetworksSection.tsx';
import { panelText } from './panelText.ts';
import { setField } from './setField.ts';
import { SizesSection } from './SizesSection.tsx';
import type { Panel } from './usePanel.ts';

interface VmFieldsProps {
  readonly panel: Panel;
  readonly name: string;
  readonly element: VmElement;
}

export function VmFields({ panel, name, element }: VmFieldsProps) {
  return (
    <>
      <ImageOf panel={panel} names={[name]} kind="vm" />
      <SizesSection panel={panel} names={[name]} />
      <div>
        <Input.Label component="div">{panelText.firmware}</Input.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={panelText.firmware}
          data={firmwares.map((value) => ({ value, label: panelText.firmwares[value] }))}
          value={element.firmware}
          disabled={panel.isLocked}
          onChange={(firmware) => setField(panel, name, 'firmware', firmware)}
        />
        <FieldNotes hint={panel.findApplied(name) ? panelText.plan.firmware : undefined} />
      </div>
      <NetworksSection panel={panel} name={name} attachments={element.networks} />
    </>
  );
}
