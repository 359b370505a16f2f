import { CloseButton, UnstyledButton } from '@mantine/core';
import { parseConsoleName } from '../../../routes/consoleName.ts';
import type { ShownConsoles } from '../../../routes/shownConsoles.ts';
import { consoleText } from '../consoleText.ts';
import { kindIcons } from './kindIcons.ts';
import classes from './dock.module.css';

interface DockTabsProps {
  readonly consoles: readonly string[];
  readonly shown: ShownConsoles;
  readonly onShow: (name: string) => void;
  readonly onClose: (name: string) => void;
}

/** The open consoles. Delete closes the one that has the focus. */
export function DockTabs({ consoles, shown, onShow, onClose }: DockTabsProps) {
  return (
    <ul className={classes.tabs} aria-label={consoleText.dock.tabs}>
      {consoles.map((written) => {
        const name = parseConsoleName(written);
        if (!name) return null;
        const label = consoleText.name(name.element, name.kind, name.number);
        const Icon = kindIcons[name.kind];
        const isShown = written === shown.first || written === shown.second;
        return (
          <li
            key={written}
            ref={isShown ? showWhole : undefined}
            className={classes.tab}
            data-shown={isShown}
          >
            <UnstyledButton
              className={classes.tabName}
              aria-current={isShown}
              title={label}
              onClick={() => onShow(written)}
              onKeyDown={({ key }) => {
                if (key === 'Delete') onClose(written);
              }}
              onAuxClick={({ button }) => {
                if (button === 1) onClose(written);
              }}
            >
              <Icon aria-hidden size={16} stroke={1.5} />
              <span dir="auto">{label}</span>
            </UnstyledButton>
            <CloseButton
              size={24}
              iconSize={14}
              aria-label={consoleText.dock.close(label)}
              onClick={() => onClose(written)}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** Many tabs scroll. */
function showWhole(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
