import { Button, Select } from '@mantine/core';
import { printSize, type AppElement } from '@labcast/domain';
import { consolesToOpen } from '../design/consolesToOpen.ts';
import { ChecksSection } from './ChecksSection.tsx';
import { CountInput } from './CountInput.tsx';
import { DraftInput } from './DraftInput.tsx';
import { EnvironmentSection } from './EnvironmentSection.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import { FilesSection } from './FilesSection.tsx';
import { ImageOf } from './ImageOf.tsx';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import { readCoresField, readSizeField } from './readSizeField.ts';
import { setField } from './setField.ts';
import type { Panel } from './usePanel.ts';
import { VolumeSection } from './VolumeSection.tsx';

export interface AppFieldsProps {
  readonly panel: Panel;
  readonly name: string;
  readonly element: AppElement;
}

export function AppFields({ panel, name, element }: AppFieldsProps) {
  const { design, isLocked, findApplied } = panel;
  const state = design.status?.elements.find((each) => each.name === name)?.state;
  const clusters = Object.entries(design.blueprint.elements)
    .filter(([, { kind }]) => kind === 'cluster')
    .map(([cluster]) => cluster);
  return (
    <>
      {state === 'ready' && consolesToOpen(design, element).includes('page') && (
        <Button variant="default" onClick={() => design.openConsole(`${name}.page`)}>
          {panelText.openPage}
        </Button>
      )}
      <ImageOf panel={panel} names={[name]} kind="app" />
      <div>
        <Select
          label={panelText.on}
          data={clusters}
          value={element.on}
          allowDeselect={false}
          disabled={isLocked}
          onChange={(on) => on !== null && setField(panel, name, 'on', on)}
        />
        <FieldNotes hint={findApplied(name) ? panelText.plan.app : undefined} />
      </div>
      <AppNumbers panel={panel} name={name} element={element} />
      <VolumeSection panel={panel} name={name} element={element} />
      <EnvironmentSection panel={panel} name={name} />
      <FilesSection panel={panel} name={name} hasOwner={false} />
      <ChecksSection panel={panel} on={name} />
    </>
  );
}

function AppNumbers({ panel, name, element }: AppFieldsProps) {
  const { isLocked } = panel;
  const port = { minimum: 1, maximum: 65_535 };
  return (
    <>
      <div className={classes.pair}>
        <CountInput
          panel={panel}
          name={name}
          field="replicas"
          label={panelText.replicas}
          bounds={{ minimum: 1, maximum: 100 }}
          placeholder="1"
        />
        <CountInput
          panel={panel}
          name={name}
          field="port"
          label={panelText.port}
          bounds={port}
          placeholder={String(element.port)}
          hint={panelText.portOut}
        />
      </div>
      <CountInput
        panel={panel}
        name={name}
        field="containerPort"
        label={panelText.containerPort}
        bounds={port}
        placeholder={String(element.containerPort)}
      />
      <div className={classes.pair}>
        <DraftInput<number>
          key={`${name} cpu`}
          label={panelText.cpu}
          value={element.cpu === undefined ? '' : String(element.cpu)}
          placeholder={panelText.noLimit}
          read={(text) => readCoresField(text, panelText.cpu)}
          onCommit={(cpu) => setField(panel, name, 'cpu', cpu)}
          disabled={isLocked}
          hint={panelText.perReplica}
        />
        <DraftInput<string>
          key={`${name} memory`}
          label={panelText.memory}
          value={element.memoryBytes === undefined ? '' : printSize(element.memoryBytes)}
          placeholder={panelText.noLimit}
          read={(text) => readSizeField(text, panelText.memory, memoryBounds(panel, element))}
          onCommit={(memory) => setField(panel, name, 'memory', memory)}
          disabled={isLocked}
          hint={panelText.perReplica}
        />
      </div>
    </>
  );
}

function memoryBounds({ design }: AppFieldsProps['panel'], element: AppElement) {
  const image = design.images.find(({ name }) => name === element.image);
  return (
    image && {
      of: image.name,
      minimum: image.minimum.memoryBytes,
      recommended: image.recommended.memoryBytes,
    }
  );
}
