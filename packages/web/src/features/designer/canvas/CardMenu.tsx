import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { useActOnElement } from './useActOnElement.ts';
import { useEdits } from './useEdits.ts';

const text = designText.card;

export interface OpenMenu {
  readonly name: string;
  /** On the screen. */
  readonly x: number;
  readonly y: number;
}

interface CardMenuProps {
  readonly open: OpenMenu;
  readonly onClose: () => void;
}

/** One menu for all cards: two hundred of them would cost more than the cards. */
export function CardMenu({ open: { name, x, y }, onClose }: CardMenuProps) {
  const { mayEdit, blueprint, appliedBlueprint, status, openConsole, drop } = useDesign();
  const edits = useEdits();
  const act = useActOnElement();
  const element = blueprint.elements[name];
  const state = status?.elements.find((each) => each.name === name)?.state;
  const isThere = state !== undefined && state !== 'planned';
  const isMachine = element !== undefined && element.kind !== 'app';
  const isRemoved = !element && Object.hasOwn(appliedBlueprint.elements, name);
  const otherNetworks = Object.keys(blueprint.networks).filter(
    (network) => isMachine && !element.networks.some((one) => one.network === network),
  );
  return (
    <Menu opened onClose={onClose} position="bottom-start" width={220} returnFocus>
      <Menu.Target>
        <span style={{ position: 'fixed', left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={text.menu(name)}>
        {isThere && <Menu.Item onClick={() => openConsole(`${name}.logs`)}>{text.logs}</Menu.Item>}
        {mayEdit && isThere && isMachine && (
          <>
            {state === 'stopped' ? (
              <Menu.Item onClick={() => act(name, 'start')}>{text.start}</Menu.Item>
            ) : (
              <Menu.Item onClick={() => act(name, 'stop')}>{text.stop}</Menu.Item>
            )}
            <RestartItem name={name} onRestart={() => act(name, 'restart')} />
          </>
        )}
        {mayEdit && element && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => edits.duplicate([name])} rightSection="Ctrl+D">
              {text.duplicate}
            </Menu.Item>
            {otherNetworks.length > 0 && (
              <>
                <Menu.Label>{text.connect}</Menu.Label>
                {otherNetworks.map((network) => (
                  <Menu.Item key={network} pl={24} onClick={() => edits.connect(name, network)}>
                    {network}
                  </Menu.Item>
                ))}
              </>
            )}
            <Menu.Divider />
            <Menu.Item onClick={() => edits.remove([name])} rightSection="Del">
              {text.remove}
            </Menu.Item>
          </>
        )}
        {mayEdit && isRemoved && (
          <Menu.Item
            onClick={() =>
              drop({ action: 'remove', element: name, destroysData: true, message: '' })
            }
          >
            {text.keep}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Stops the work of whoever is inside, so it is asked for twice. */
function RestartItem({
  name,
  onRestart,
}: {
  readonly name: string;
  readonly onRestart: () => void;
}) {
  const [isAsked, setAsked] = useState(false);
  return (
    <Menu.Item
      closeMenuOnClick={isAsked}
      onBlur={() => setAsked(false)}
      onClick={() => (isAsked ? onRestart() : setAsked(true))}
    >
      {isAsked ? text.restartSure(name) : text.restart}
    </Menu.Item>
  );
}
