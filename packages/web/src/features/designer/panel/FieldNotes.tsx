import { IconAlertTriangle, IconPencilBolt } from '@tabler/icons-react';
import classes from './panel.module.css';

export interface Notes {
  /** Works, but should be known. */
  readonly warning?: string | undefined;
  /** What it was, while the change waits. */
  readonly waits?: string | undefined;
  /** When a change takes effect. */
  readonly hint?: string | undefined;
}

/** What stands under a field. */
export function FieldNotes({ warning, waits, hint }: Notes) {
  return (
    <>
      {warning !== undefined && (
        <p className={classes.note} role="status">
          <IconAlertTriangle
            aria-hidden
            size={16}
            stroke={1.5}
            color="var(--labcast-state-orange)"
          />
          {warning}
        </p>
      )}
      {waits !== undefined && (
        <p className={classes.note}>
          <IconPencilBolt aria-hidden size={16} stroke={1.5} color="var(--labcast-state-violet)" />
          {waits}
        </p>
      )}
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
    </>
  );
}
