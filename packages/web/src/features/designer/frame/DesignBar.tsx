import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconLayoutSidebarRight } from '@tabler/icons-react';
import type { DesignView } from '../../../routes/parseDesignSearch.ts';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';
import classes from './frame.module.css';
import { ToolsTarget } from './ToolsTarget.tsx';

interface DesignBarProps {
  readonly view: DesignView;
  readonly views: readonly DesignView[];
  readonly onView: (view: DesignView) => void;
  readonly onSaveAsType: () => void;
  /** Where the panel is a drawer. */
  readonly onPanel?: (() => void) | undefined;
}

/** Which view, and what can be done in each of them. */
export function DesignBar({ view, views, onView, onSaveAsType, onPanel }: DesignBarProps) {
  const { undo, redo, canUndo, canRedo, mayEdit } = useDesign();
  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="sm"
        aria-label={designText.view}
        value={view}
        onChange={(value) => onView(value)}
        data={views.map((value) => ({ value, label: designText.views[value] }))}
      />
      <div className={classes.space} />
      {mayEdit && (
        <>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={!canUndo}
            onClick={undo}
            leftSection={<IconArrowBackUp aria-hidden size={16} stroke={1.5} />}
          >
            {designText.undo}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={!canRedo}
            onClick={redo}
            leftSection={<IconArrowForwardUp aria-hidden size={16} stroke={1.5} />}
          >
            {designText.redo}
          </Button>
        </>
      )}
      <ToolsTarget />
      {mayEdit && (
        <Button size="compact-sm" variant="subtle" onClick={onSaveAsType}>
          {designText.saveAsType}
        </Button>
      )}
      {onPanel && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={onPanel}
          leftSection={<IconLayoutSidebarRight aria-hidden size={16} stroke={1.5} />}
        >
          {designText.openPanel}
        </Button>
      )}
    </div>
  );
}
