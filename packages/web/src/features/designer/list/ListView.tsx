import { EmptyState } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { PanelBoundary } from '../../../components/PanelBoundary.tsx';
import { usePanel } from '../panel/usePanel.ts';
import { CreateBar } from './CreateBar.tsx';
import { ElementTable } from './ElementTable.tsx';
import classes from './list.module.css';
import { listText } from './listText.ts';
import { SelectionBar } from './SelectionBar.tsx';

interface ListViewProps {
  /** The focus goes into it. */
  readonly isEntered: boolean;
}

/** The canvas as a list: the same facts and actions, for the keyboard and small screens. */
export function ListView(props: ListViewProps) {
  return (
    <PanelBoundary name={listText.label}>
      <List {...props} />
    </PanelBoundary>
  );
}

function List({ isEntered }: ListViewProps) {
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isEntered) view.current?.focus();
  }, [isEntered]);
  const panel = usePanel();
  const { blueprint, mayEdit } = panel.design;
  const isEmpty = Object.keys(blueprint.elements).length === 0;
  return (
    <div ref={view} tabIndex={-1} className={classes.view}>
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
