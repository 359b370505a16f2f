import { Menu } from '@mantine/core';
import { consoleText } from '../consoleText.ts';
import { ToolButton } from '../frame/ToolButton.tsx';
import { holdingKeyNames, specialKeys, type HoldingKey, type ScreenKey } from './screenKeys.ts';

interface KeysMenuProps {
  readonly held: readonly HoldingKey[];
  readonly onHold: (name: HoldingKey) => void;
  readonly onPress: (keys: readonly ScreenKey[]) => void;
  readonly isDisabled: boolean;
}

/** Keys that would not arrive by themselves, and keys to hold while others are typed. */
export function KeysMenu({ held, onHold, onPress, isDisabled }: KeysMenuProps) {
  return (
    <Menu position="bottom-start" shadow="md" returnFocus={false}>
      <Menu.Target>
        <ToolButton disabled={isDisabled}>{consoleText.screen.keys}</ToolButton>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>{consoleText.screen.keysHold}</Menu.Label>
        {holdingKeyNames.map((name) => (
          <Menu.CheckboxItem key={name} checked={held.includes(name)} onClick={() => onHold(name)}>
            {name}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{consoleText.screen.keysPress}</Menu.Label>
        {specialKeys.map(({ label, keys }) => (
          <Menu.Item key={label} onClick={() => onPress(keys)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
