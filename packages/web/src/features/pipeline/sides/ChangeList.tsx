import type { Change } from '@labcast/domain';
import { groupChanges } from '../../designer/plan/groupChanges.ts';
import { pipelineText } from '../pipelineText.ts';
import classes from './sides.module.css';

const mostShown = 8;

interface ChangeListProps {
  readonly changes: readonly Change[];
  /** All of them, not the first eight elements. */
  readonly isWhole?: boolean;
}

/** Elements with what is different about each, and its mark: new, edited, removed. */
export function ChangeList({ changes, isWhole = false }: ChangeListProps) {
  const groups = groupChanges(changes);
  const shown = isWhole ? groups : groups.slice(0, mostShown);
  return (
    <ul className={classes.changes}>
      {shown.map(({ element, changes: own }) => (
        <li key={element}>
          <span className={classes.changeHead}>
            <b>{element}</b>
            <span className={classes.mark} data-action={own[0]?.action}>
              {own[0] && pipelineText.marks[own[0].action]}
            </span>
          </span>
          {own.map(({ message }) => (
            <span key={message} className={classes.message}>
              {message}
            </span>
          ))}
        </li>
      ))}
      {groups.length > shown.length && <li>… {groups.length - shown.length} more</li>}
    </ul>
  );
}
