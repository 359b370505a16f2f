import { Group } from '@mantine/core';
import {
  IconLayoutBottombar,
  IconLayoutSidebarRight,
  IconMinus,
  type Icon,
} from '@tabler/icons-react';
import type { DockPlace } from '../../../routes/parseDesignSearch.ts';
import { consoleText } from '../consoleText.ts';
import { ToolButton } from '../frame/ToolButton.tsx';

interface PlaceButtonsProps {
  readonly place: DockPlace;
  readonly onPlaceChange: (place: DockPlace) => void;
}

const places: readonly (readonly [DockPlace, Icon])[] = [
  ['bottom', IconLayoutBottombar],
  ['right', IconLayoutSidebarRight],
  ['off', IconMinus],
];

export function PlaceButtons({ place, onPlaceChange }: PlaceButtonsProps) {
  return (
    <Group gap={4} wrap="nowrap" role="group" aria-label={consoleText.dock.place}>
      {places.map(([each, PlaceIcon]) => (
        <ToolButton
          key={each}
          isOn={each === place}
          data-wide={each !== 'off' || undefined}
          leftSection={<PlaceIcon aria-hidden size={16} stroke={1.5} />}
          onClick={() => onPlaceChange(each)}
        >
          {consoleText.dock.places[each]}
        </ToolButton>
      ))}
    </Group>
  );
}
