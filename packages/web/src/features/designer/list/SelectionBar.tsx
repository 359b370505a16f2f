import { Button } from '@mantine/core';
import type { Panel } from '../panel/usePanel.ts';
import classes from './list.module.css';
import { listText } from './listText.ts';
import { removeAll } from './removeAll.ts';

/** What can be done with several at once. */
export function SelectionBar({ panel }: { readonly panel: Panel }) {
  const { design, isLocked } = panel;
  const { selection } = design;
  if (selection.length < 2) return null;
  return (
    <div
      className={classes.selection}
      role="group"
      aria-label={listText.selected(selection.length)}
    >
      <span role="status">{listText.selected(selection.length)}</span>
      <Button
        variant="default"
        size="xs"
        disabled={isLocked}
        onClick={() => removeAll(design, selection)}
      >
        {listText.removeSelected(selection.length)}
      </Button>
      <Button variant="subtle" size="xs" onClick={() => design.select([])}>
        {listText.clear}
      </Button>
    </div>
  );
}
