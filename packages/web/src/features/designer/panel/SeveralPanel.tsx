import { Anchor, Button } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { ImageOf } from './ImageOf.tsx';
import { LockedNote } from './LockedNote.tsx';
import classes from './panel.module.css';
import { PanelHead } from './PanelHead.tsx';
import { panelText } from './panelText.ts';
import { SizesSection } from './SizesSection.tsx';
import { usePanel } from './usePanel.ts';

const imageKinds = { container: 'machine', vm: 'vm', app: 'app', cluster: undefined } as const;

/** What several selected elements have in common, changed in all of them at once. */
export function SeveralPanel({ names }: { readonly names: readonly string[] }) {
  const panel = usePanel();
  const { design, find, isLocked } = panel;
  const elements = names.filter((name) => find(name) !== undefined);
  const networks = names.filter((name) => Object.hasOwn(design.blueprint.networks, name));
  const kinds = [...new Set(elements.map((name) => find(name)?.kind))];
  const [kind] = kinds;
  const areSized = networks.length === 0 && !kinds.includes('app');
  const image = kinds.length === 1 && kind !== undefined ? imageKinds[kind] : undefined;
  return (
    <div className={classes.panel}>
      <PanelHead
        icon={IconStack2}
        title={panelText.severalSelected(names.length)}
        kind={kinds.length > 1 ? panelText.severalDiffer : panelText.severalHint}
        onClose={() => design.select([])}
      />
      <LockedNote panel={panel} />
      <ul className={classes.rows} style={{ flexDirection: 'row', flexWrap: 'wrap' }}>
        {names.map((name) => (
          <li key={name}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => design.select([name])}
            >
              {name}
            </Anchor>
          </li>
        ))}
      </ul>
      {image !== undefined && networks.length === 0 && (
        <ImageOf panel={panel} names={elements} kind={image} />
      )}
      {areSized && <SizesSection panel={panel} names={elements} />}
      {design.mayEdit && (
        <div className={classes.section}>
          <Button
            variant="default"
            style={{ alignSelf: 'start' }}
            disabled={isLocked}
            onClick={() => {
              design.edit(
                [
                  ...elements.map((name) => ({ kind: 'remove-element', name }) as const),
                  ...networks.map((name) => ({ kind: 'remove-network', name }) as const),
                ],
                panelText.removeSeveral(names.length),
              );
              design.select([]);
            }}
          >
            {panelText.removeSeveral(names.length)}
          </Button>
          <p className={classes.hint}>{panelText.removeHint}</p>
        </div>
      )}
    </div>
  );
}
