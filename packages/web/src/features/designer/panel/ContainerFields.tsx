import type { ContainerElement } from '@labcast/domain';
import { ChecksSection } from './ChecksSection.tsx';
import { CommandsSection } from './CommandsSection.tsx';
import { FilesSection } from './FilesSection.tsx';
import { ImageOf } from './ImageOf.tsx';
import { NetworksSection } from './NetworksSection.tsx';
import { PortsField } from './PortsField.tsx';
import { SizesSection } from './SizesSection.tsx';
import type { Panel } from './usePanel.ts';

interface ContainerFieldsProps {
  readonly panel: Panel;
  readonly name: string;
  readonly element: ContainerElement;
}

export function ContainerFields({ panel, name, element }: ContainerFieldsProps) {
  return (
    <>
      <ImageOf panel={panel} names={[name]} kind="machine" />
      <SizesSection panel={panel} names={[name]} />
      <NetworksSection panel={panel} name={name} attachments={element.networks} />
      <PortsField panel={panel} name={name} ports={element.ports} />
      <FilesSection panel={panel} name={name} hasOwner />
      <CommandsSection panel={panel} name={name} />
      <ChecksSection panel={panel} on={name} />
    </>
  );
}
