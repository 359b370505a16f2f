import { Button, CloseButton, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ConfirmButton } from '../../../components/ConfirmButton.tsx';
import { classText } from '../classText.ts';
import { actionsText as text } from './actionsText.ts';
import classes from './actions.module.css';
import type { Deeds } from './useDeeds.ts';

interface ActionBarProps {
  readonly assignment: string;
  readonly selection: readonly string[];
  readonly leftOut: number;
  readonly deeds: Deeds;
  readonly onClear: () => void;
}

/** What can be done with those who are selected. */
export function ActionBar({ assignment, selection, leftOut, deeds, onClear }: ActionBarProps) {
  const count = selection.length;
  const { ask, act, openConsoles, mayChange } = deeds;
  if (count === 0)
    return leftOut === 0 ? null : (
      <p className={classes.note} role="status">
        {classText.leftOut(leftOut)}
      </p>
    );
  return (
    <div className={classes.bar} role="toolbar" aria-label={text.bar}>
      <span role="status" className={classes.count}>
        {classText.selected(count)}
        {leftOut > 0 && `, ${classText.leftOut(leftOut)}`}
      </span>
      <Button size="xs" variant="default" onClick={() => openConsoles(selection)}>
        {text.consoles}
      </Button>
      <Button size="xs" variant="default" onClick={() => ask('message', selection)}>
        {text.message}
      </Button>
      <ConfirmButton
        question={text.restartQuestion(count)}
        onConfirm={() => act({ action: 'restart', environments: [...selection] })}
      >
        {text.restart}
      </ConfirmButton>
      <Button
        size="xs"
        variant="default"
        onClick={() => act({ action: 'checkpoint', environments: [...selection] })}
      >
        {text.checkpoint}
      </Button>
      <Button size="xs" variant="default" onClick={() => ask('reset', selection)}>
        {text.reset}
      </Button>
      {mayChange && (
        <Button
          size="xs"
          variant="default"
          component={Link}
          to={`/a/${assignment}/class/update?students=${encodeURIComponent(selection.join(','))}`}
        >
          {text.update}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => ask('extend', selection)}>
        {text.extend}
      </Button>
      <Menu position="top-end">
        <Menu.Target>
          <Button size="xs" variant="default">
            {text.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => act({ action: 'start', environments: [...selection] })}>
            {text.start}
          </Menu.Item>
          <Menu.Item onClick={() => ask('stop', selection)}>{text.stop}…</Menu.Item>
          {mayChange && (
            <>
              <Menu.Item onClick={() => ask('roll-back', selection)}>{text.rollBack}</Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => ask('delete', selection)}>{text.delete}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <span className={classes.space} />
      <CloseButton aria-label={classText.clear} onClick={onClear} />
    </div>
  );
}
