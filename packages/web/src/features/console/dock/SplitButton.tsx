import { Menu } from '@mantine/core';
import { IconColumns2 } from '@tabler/icons-react';
import { parseConsoleName } from '../../../routes/consoleName.ts';
import type { ShownConsoles } from '../../../routes/shownConsoles.ts';
import { consoleText } from '../consoleText.ts';
import { ToolButton } from '../frame/ToolButton.tsx';
import type { DockChange } from './changeDock.ts';

interface SplitButtonProps {
  readonly consoles: readonly string[];
  readonly shown: ShownConsoles;
  readonly onChange: (change: DockChange) => void;
}

const icon = <IconColumns2 aria-hidden size={16} stroke={1.5} />;

/** Two consoles side by side, or one again. */
export function SplitButton({ consoles, shown, onChange }: SplitButtonProps) {
  const others = consoles.filter((name) => name !== shown.first);
  if (shown.second !== undefined)
    return (
      <ToolButton
        isOn
        leftSection={icon}
        title={consoleText.dock.unsplitHint}
        onClick={() => onChange({ type: 'unsplit' })}
      >
        {consoleText.dock.split}
      </ToolButton>
    );
  return (
    <Menu position="top-end" shadow="md">
      <Menu.Target>
        <ToolButton data-wide leftSection={icon} title={consoleText.dock.splitHint}>
          {consoleText.dock.split}
        </ToolButton>
      </Menu.Target>
      <Menu.Dropdown>
        {others.length === 0 && <Menu.Label>{consoleText.dock.secondEmpty}</Menu.Label>}
        {others.map((written) => {
          const name = parseConsoleName(written);
          return (
            name && (
              <Menu.Item key={written} onClick={() => onChange({ type: 'split', name: written })}>
                {consoleText.dock.beside(consoleText.name(name.element, name.kind, name.number))}
              </Menu.Item>
            )
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
