import { Anchor, Button, Switch } from '@mantine/core';
import { kindIcons } from '../kindIcons.ts';
import { DraftInput } from './DraftInput.tsx';
import { LockedNote } from './LockedNote.tsx';
import { NameField } from './NameField.tsx';
import classes from './panel.module.css';
import { PanelHead } from './PanelHead.tsx';
import { panelText } from './panelText.ts';
import { Section } from './Section.tsx';
import { usePanel, type Panel } from './usePanel.ts';

/** One network: its name, its subnet, whether it reaches the internet, and what is on it. */
export function NetworkPanel({ name }: { readonly name: string }) {
  const panel = usePanel();
  const { design, isLocked } = panel;
  const { blueprint, appliedBlueprint } = design;
  const network = Object.hasOwn(blueprint.networks, name) ? blueprint.networks[name] : undefined;
  if (!network) return <p className={classes.panel}>{panelText.gone(name)}</p>;
  const before = Object.hasOwn(appliedBlueprint.networks, name)
    ? appliedBlueprint.networks[name]
    : undefined;
  const set = (field: 'subnet' | 'internet', value: string | boolean) =>
    design.edit(setNetworkField(panel, name, field, value), panelText.step.change(name, field));
  return (
    <div className={classes.panel}>
      <PanelHead
        icon={kindIcons.network}
        title={name}
        kind={panelText.kinds.network}
        onClose={() => design.select([])}
      />
      <LockedNote panel={panel} />
      <NameField panel={panel} name={name} kind="network" />
      <DraftInput<string>
        key={`${name} subnet`}
        label={panelText.subnet}
        value={network.subnet}
        read={(text) =>
          /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(text.trim())
            ? { value: text.trim() }
            : { error: panelText.subnetRule }
        }
        onCommit={(subnet) => subnet !== undefined && set('subnet', subnet)}
        disabled={isLocked}
        waits={
          before && before.subnet !== network.subnet ? panelText.waits(before.subnet) : undefined
        }
        hint={before ? panelText.plan.subnet : undefined}
      />
      <Switch
        label={panelText.internet}
        description={panelText.internetHint}
        checked={network.internet}
        disabled={isLocked}
        onChange={(event) => set('internet', event.currentTarget.checked)}
      />
      <Members panel={panel} name={name} />
      {design.mayEdit && (
        <div className={classes.section}>
          <Button
            variant="default"
            style={{ alignSelf: 'start', maxWidth: '100%' }}
            disabled={isLocked}
            onClick={() => {
              design.edit([{ kind: 'remove-network', name }], panelText.step.remove(name));
              design.select([]);
            }}
          >
            {panelText.remove(name)}
          </Button>
          <p className={classes.hint}>{panelText.networkLoss(name)}</p>
        </div>
      )}
    </div>
  );
}

/** The network of a lab that names none is written out first. */
function setNetworkField({ design }: Panel, name: string, field: string, value: string | boolean) {
  const { subnet, internet } = design.blueprint.networks[name] ?? { subnet: '', internet: true };
  const isWritten = /^networks:/m.test(design.text);
  return isWritten
    ? [{ kind: 'set', path: ['networks', name, field], value } as const]
    : [
        {
          kind: 'set',
          path: ['networks', name],
          value: { subnet, internet, [field]: value },
        } as const,
      ];
}

function Members({ panel, name }: { readonly panel: Panel; readonly name: string }) {
  const { design } = panel;
  const members = Object.entries(design.blueprint.elements).flatMap(([element, details]) => {
    if (details.kind === 'app') return [];
    const attachment = details.networks.find(({ network }) => network === name);
    return attachment ? [{ element, addresses: attachment.addresses }] : [];
  });
  return (
    <Section title={panelText.onIt}>
      {members.length === 0 ? (
        <p className={classes.hint}>{panelText.nothingOnIt}</p>
      ) : (
        <ul className={classes.rows}>
          {members.map(({ element, addresses }) => (
            <li key={element} className={classes.row}>
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="start"
                onClick={() => design.select([element])}
              >
                {element}
              </Anchor>
              <span className={classes.dim}>{addresses.join(', ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
