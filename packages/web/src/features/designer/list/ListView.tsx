import { EmptyState } from '@mantine/core';
import { PanelBoundary } from '../../../components/PanelBoundary.tsx';
import { usePanel } from '../panel/usePanel.ts';
import { CreateBar } from './CreateBar.tsx';
import { ElementTable } from './ElementTable.tsx';
import classes from './list.module.css';
import { listText } from './listText.ts';
import { SelectionBar } from './SelectionBar.tsx';

/** The canvas as a list: the same facts and actions, for the keyboard and small screens. */
export function ListView() {
  return (
    <PanelBoundary name={listText.label}>
      <List />
    </PanelBoundary>
  );
}

function List() {
  const panel = usePanel();
  const { blueprint, mayEdit } = panel.design;
  const isEmpty = Object.keys(blueprint.elements).length === 0;
  return (
    <div className={classes.view}>
      {mayEdit && <CreateBar isLocked={panel.isLocked} />}
      {isEmpty && (
        <EmptyState
          title={listText.emptyTitle}
          {...(mayEdit && { description: listText.emptyText })}
        />
      )}
      <ElementTable panel={panel} />
      {mayEdit && <SelectionBar panel={panel} />}
    </div>
  );
}
