import { Menu } from '@mantine/core';
import { consoleText } from '../consoleText.ts';
import { ToolButton } from '../frame/ToolButton.tsx';
import { qualityNames } from './quality.ts';
import { fitNames, type ScreenLook } from './useScreenLook.ts';

interface ScreenMenusProps {
  readonly look: ScreenLook;
  readonly onLook: (look: ScreenLook) => void;
  readonly machine: 'desktop' | 'vm';
}

const text = consoleText.screen;

export function FitMenu({ look, onLook, machine }: ScreenMenusProps) {
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <ToolButton>{text.fit}</ToolButton>
      </Menu.Target>
      <Menu.Dropdown>
        {machine === 'vm' && <Menu.Label>{text.fitVm}</Menu.Label>}
        {fitNames
          .filter((fit) => machine === 'desktop' || fit !== 'resize')
          .map((fit) => (
            <Menu.RadioItem
              key={fit}
              value={fit}
              checked={look.fit === fit}
              closeMenuOnClick
              onClick={() => onLook({ ...look, fit })}
            >
              {text.fits[fit]}
            </Menu.RadioItem>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function QualityMenu({ look, onLook }: Omit<ScreenMenusProps, 'machine'>) {
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <ToolButton>{`${text.quality}: ${text.qualities[look.quality]}`}</ToolButton>
      </Menu.Target>
      <Menu.Dropdown>
        {qualityNames.map((quality) => (
          <Menu.RadioItem
            key={quality}
            value={quality}
            checked={look.quality === quality}
            closeMenuOnClick
            onClick={() => onLook({ ...look, quality })}
          >
            {text.qualities[quality]}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
