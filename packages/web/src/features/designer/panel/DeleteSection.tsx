import { Button } from '@mantine/core';
import { describeDeletion } from './describeDeletion.ts';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import { useElementUse } from './useElementUse.ts';
import type { Panel } from './usePanel.ts';

interface DeleteSectionProps {
  readonly panel: Panel;
  readonly name: string;
}

/** Deletes an element, after what is lost with it. */
export function DeleteSection({ panel, name }: DeleteSectionProps) {
  const { design, isLocked, findApplied } = panel;
  const use = useElementUse(name);
  const losses = describeDeletion({
    name,
    blueprint: design.blueprint,
    applied: design.appliedBlueprint,
    usedBytes: use?.storage,
  });
  return (
    <div className={classes.section}>
      <ul className={classes.loss}>
        {losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
      <Button
        variant="default"
        style={{ alignSelf: 'start', maxWidth: '100%' }}
        disabled={isLocked}
        onClick={() => {
          design.edit([{ kind: 'remove-element', name }], panelText.step.remove(name));
          design.select([]);
        }}
      >
        {panelText.remove(name)}
      </Button>
      {findApplied(name) && <p className={classes.hint}>{panelText.removeHint}</p>}
    </div>
  );
}
