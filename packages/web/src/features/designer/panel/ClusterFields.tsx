import { Button, Select } from '@mantine/core';
import type { ClusterElement } from '@labcast/domain';
import { consolesToOpen } from '../design/consolesToOpen.ts';
import { ChecksSection } from './ChecksSection.tsx';
import { ClusterLive } from './ClusterLive.tsx';
import { CountInput } from './CountInput.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import { panelText } from './panelText.ts';
import { SizesSection } from './SizesSection.tsx';
import type { Panel } from './usePanel.ts';

interface ClusterFieldsProps {
  readonly panel: Panel;
  readonly name: string;
  readonly element: ClusterElement;
}

export function ClusterFields({ panel, name, element }: ClusterFieldsProps) {
  const { design, isLocked, findApplied } = panel;
  const [attachment] = element.networks;
  const isReady = design.status?.elements.some(
    (each) => each.name === name && each.state === 'ready',
  );
  return (
    <>
      {isReady === true && consolesToOpen(design, element).includes('terminal') && (
        <Button variant="default" onClick={() => design.openConsole(`${name}.terminal`)}>
          {panelText.kubectl}
        </Button>
      )}
      <CountInput
        panel={panel}
        name={name}
        field="nodes"
        label={panelText.nodes}
        bounds={{ minimum: 1, maximum: 20 }}
        placeholder="1"
        hint={findApplied(name) ? panelText.plan.nodes : undefined}
      />
      <SizesSection panel={panel} names={[name]} />
      <div>
        <Select
          label={panelText.network}
          data={Object.keys(design.blueprint.networks)}
          value={attachment?.network ?? null}
          allowDeselect={false}
          disabled={isLocked}
          onChange={(network) =>
            network !== null &&
            design.edit(
              [{ kind: 'attach', element: name, network }],
              panelText.step.connect(name, network),
            )
          }
        />
        <FieldNotes hint={findApplied(name) ? panelText.plan.networks : undefined} />
      </div>
      <ChecksSection panel={panel} on={name} />
      {findApplied(name) && (
        <ClusterLive address={design.address} name={name} isReady={isReady === true} />
      )}
    </>
  );
}
