import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { labText } from '../labText.ts';
import classes from './notices.module.css';

interface NoticeProps {
  readonly icon: ReactNode;
  /** Spoken at once, and not when there is a pause. */
  readonly isUrgent?: boolean;
  readonly onDismiss?: (() => void) | undefined;
  /** Buttons. */
  readonly ways?: ReactNode;
  readonly children: ReactNode;
}

/** One line that everybody in the lab shall read. */
export function Notice({ icon, isUrgent = false, onDismiss, ways, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-urgent={isUrgent} role={isUrgent ? 'alert' : 'status'}>
      <span className={classes.icon}>{icon}</span>
      <div className={classes.words}>{children}</div>
      {ways}
      {onDismiss && (
        <CloseButton size="sm" aria-label={labText.notices.dismiss} onClick={onDismiss} />
      )}
    </div>
  );
}
