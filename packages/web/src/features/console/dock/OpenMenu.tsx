import { Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { writeConsoleName } from '../../../routes/consoleName.ts';
import { consoleText } from '../consoleText.ts';
import { ToolButton } from '../frame/ToolButton.tsx';
import { kindIcons } from './kindIcons.ts';
import { nextTerminal, type ElementConsoles } from './listConsoles.ts';

interface OpenMenuProps {
  readonly available: readonly ElementConsoles[];
  readonly open: readonly string[];
  readonly onOpen: (name: string) => void;
  /** Instead of the plus alone, where nothing else says what it is for. */
  readonly label?: string;
}

/** Every console of every element; terminals as often as one likes. */
export function OpenMenu({ available, open, onOpen, label }: OpenMenuProps) {
  const plus = <IconPlus aria-hidden size={16} stroke={1.5} />;
  return (
    <Menu position="top-start" shadow="md">
      <Menu.Target>
        {label === undefined ? (
          <ToolButton aria-label={consoleText.dock.open} title={consoleText.dock.open}>
            {plus}
          </ToolButton>
        ) : (
          <ToolButton leftSection={plus}>{label}</ToolButton>
        )}
      </Menu.Target>
      <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
        {available.length === 0 && <Menu.Label>{consoleText.dock.nothingToOpen}</Menu.Label>}
        {available.map(({ element, kinds }) => (
          <div key={element} role="none">
            <Menu.Label dir="auto">{element}</Menu.Label>
            {kinds.map((kind) => {
              const Icon = kindIcons[kind];
              const first = writeConsoleName({ element, kind, number: 1 });
              const isAgain = kind === 'terminal' && open.includes(first);
              return (
                <Menu.Item
                  key={kind}
                  leftSection={<Icon aria-hidden size={16} stroke={1.5} />}
                  onClick={() => onOpen(kind === 'terminal' ? nextTerminal(element, open) : first)}
                >
                  {isAgain ? consoleText.dock.another(element) : consoleText.name(element, kind, 1)}
                </Menu.Item>
              );
            })}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
