import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './panel.module.css';

interface SectionProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the panel with its heading. */
export function Section({ title, hint, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
    </section>
  );
}
