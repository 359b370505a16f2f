import { Button, Menu } from '@mantine/core';
import { peopleText } from './peopleText.ts';

export type AddWay = keyof typeof peopleText.addWays;

const ways: readonly AddWay[] = ['csv', 'code', 'number', 'hand'];

/** The ways in which people come into a course. */
export function AddMenu({ onChoose }: { readonly onChoose: (way: AddWay) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button>{peopleText.add}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ways.map((way) => (
          <Menu.Item key={way} onClick={() => onChoose(way)}>
            {peopleText.addWays[way]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
