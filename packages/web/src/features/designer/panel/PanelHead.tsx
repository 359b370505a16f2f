import { CloseButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';

interface PanelHeadProps {
  readonly icon: Icon;
  readonly title: string;
  readonly kind: string;
  /** Absent where there is nothing to close. */
  readonly onClose?: () => void;
}

export function PanelHead({ icon: KindIcon, title, kind, onClose }: PanelHeadProps) {
  return (
    <div className={classes.head}>
      <KindIcon aria-hidden size={20} stroke={1.5} />
      <div style={{ minWidth: 0 }}>
        <h2 className={classes.title} style={{ margin: 0 }} title={title}>
          <bdi>{title}</bdi>
        </h2>
        <span className={classes.kind}>{kind}</span>
      </div>
      {onClose ? (
        <CloseButton data-closes-panel aria-label={panelText.close} onClick={onClose} />
      ) : (
        <span />
      )}
    </div>
  );
}
