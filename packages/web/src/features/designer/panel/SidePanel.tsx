import { PanelBoundary } from '../../../components/PanelBoundary.tsx';
import { useDesign } from '../design/Design.ts';
import { ElementPanel } from './ElementPanel.tsx';
import { LabPanel } from './LabPanel.tsx';
import { NetworkPanel } from './NetworkPanel.tsx';
import { panelText } from './panelText.ts';
import { SeveralPanel } from './SeveralPanel.tsx';

/** What stands beside the canvas: the selected element or network, several of them, or the lab itself. */
export function SidePanel() {
  const { selection } = useDesign();
  return (
    <section aria-label={panelText.label}>
      <PanelBoundary name={panelText.label} key={selection.join(',')}>
        <Selected />
      </PanelBoundary>
    </section>
  );
}

function Selected() {
  const { selection, blueprint } = useDesign();
  const isThere = (name: string) =>
    Object.hasOwn(blueprint.elements, name) || Object.hasOwn(blueprint.networks, name);
  const names = selection.filter(isThere);
  const [name] = names;
  if (name === undefined) return <LabPanel />;
  if (names.length > 1) return <SeveralPanel names={names} />;
  return Object.hasOwn(blueprint.elements, name) ? (
    <ElementPanel name={name} />
  ) : (
    <NetworkPanel name={name} />
  );
}
