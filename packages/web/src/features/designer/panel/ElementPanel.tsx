import type { Element } from '@labcast/domain';
import { kindIcons } from '../kindIcons.ts';
import { AppFields } from './AppFields.tsx';
import { ClusterFields } from './ClusterFields.tsx';
import { ContainerFields } from './ContainerFields.tsx';
import { DeleteSection } from './DeleteSection.tsx';
import { FactsSection } from './FactsSection.tsx';
import { LockedNote } from './LockedNote.tsx';
import { NameField } from './NameField.tsx';
import classes from './panel.module.css';
import { PanelHead } from './PanelHead.tsx';
import { panelText } from './panelText.ts';
import { ReasonNote } from './ReasonNote.tsx';
import { usePanel, type Panel } from './usePanel.ts';
import { VmFields } from './VmFields.tsx';

interface ElementPanelProps {
  readonly name: string;
}

/** Everything of one element that can be changed. */
export function ElementPanel({ name }: ElementPanelProps) {
  const panel = usePanel();
  const element = panel.find(name);
  if (!element) return <p className={classes.panel}>{panelText.gone(name)}</p>;
  return (
    <div className={classes.panel}>
      <PanelHead
        icon={kindIcons[element.kind]}
        title={name}
        kind={panelText.kinds[element.kind]}
        onClose={() => panel.design.select([])}
      />
      <LockedNote panel={panel} />
      <ReasonNote panel={panel} name={name} />
      <NameField panel={panel} name={name} kind="element" />
      <Fields panel={panel} name={name} element={element} />
      <FactsSection panel={panel} name={name} />
      {panel.design.mayEdit && <DeleteSection panel={panel} name={name} />}
    </div>
  );
}

interface FieldsProps {
  readonly panel: Panel;
  readonly name: string;
  readonly element: Element;
}

function Fields({ panel, name, element }: FieldsProps) {
  switch (element.kind) {
    case 'container':
      return <ContainerFields panel={panel} name={name} element={element} />;
    case 'vm':
      return <VmFields panel={panel} name={name} element={element} />;
    case 'cluster':
      return <ClusterFields panel={panel} name={name} element={element} />;
    case 'app':
      return <AppFields panel={panel} name={name} element={element} />;
  }
}
