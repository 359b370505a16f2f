import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import type { Panel } from './usePanel.ts';

/** Why nothing can be changed here, or why the last change was not made. */
export function LockedNote({ panel }: { readonly panel: Panel }) {
  const { mayEdit, problems, notice } = panel.design;
  if (!mayEdit) return <p className={classes.hint}>{panelText.mayNotEdit}</p>;
  if (problems.length > 0) return <p role="status">{panelText.unparsed(problems[0]?.line)}</p>;
  return notice === undefined ? null : <p role="alert">{`${panelText.notChanged}: ${notice}`}</p>;
}
