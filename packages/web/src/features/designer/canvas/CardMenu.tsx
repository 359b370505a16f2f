import type { Element } from '@labcast/domain';
import { Kbd, Menu } from '@mantine/core';
import { useState } from 'react';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { EjectItem } from './EjectItem.tsx';
import { networksOf } from './placeAll.ts';
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
  const { mayEdit, blueprint, appliedBlueprint, drop } = useDesign();
  const element = blueprint.elements[name];
  const isRemoved = !element && Object.hasOwn(appliedBlueprint.elements, name);
  const keep = () => drop({ action: 'remove', element: name, destroysData: true, message: '' });
  return (
    <Menu opened onClose={onClose} position="bottom-start" width={220}>
      <Menu.Target>
        <span style={{ position: 'fixed', left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={text.menu(name)}>
        <LiveItems name={name} />
        {mayEdit && element && <EditItems name={name} element={element} />}
        {mayEdit && isRemoved && <Menu.Item onClick={keep}>{text.keep}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Of what runs, or did. */
function LiveItems({ name }: { readonly name: string }) {
  const { mayEdit, status, openConsole } = useDesign();
  const act = useActOnElement();
  const seen = status?.elements.find((each) => each.name === name);
  if (!seen || seen.state === 'planned' || !mayEdit) return null;
  const isStopped = seen.state === 'stopped';
  return (
    <>
      <Menu.Item onClick={() => openConsole(`${name}.logs`)}>{text.logs}</Menu.Item>
      {seen.kind !== 'app' && (
        <>
          <Menu.Item onClick={() => act(name, isStopped ? 'start' : 'stop')}>
            {isStopped ? text.start : text.stop}
          </Menu.Item>
          <RestartItem name={name} onRestart={() => act(name, 'restart')} />
        </>
      )}
      <EjectItem name={name} />
      <Menu.Divider />
    </>
  );
}

/** Of what is drawn. */
function EditItems({ name, element }: { readonly name: string; readonly element: Element }) {
  const { blueprint } = useDesign();
  const edits = useEdits();
  const present = networksOf(element);
  const others = Object.keys(blueprint.networks).filter((network) => !present.includes(network));
  return (
    <>
      <Menu.Item onClick={() => edits.duplicate([name])} rightSection={<Kbd>Ctrl+D</Kbd>}>
        {text.duplicate}
      </Menu.Item>
      {element.kind !== 'app' &&
        others.map((network) => (
          <Menu.Item key={network} onClick={() => edits.connect(name, network)}>
            {text.connect(network)}
          </Menu.Item>
        ))}
      <Menu.Divider />
      <Menu.Item onClick={() => edits.remove([name])} rightSection={<Kbd>Del</Kbd>}>
        {text.remove}
      </Menu.Item>
    </>
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
