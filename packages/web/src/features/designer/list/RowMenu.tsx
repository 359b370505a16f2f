import { ActionIcon, Menu } from '@mantine/core';
import { freeName, type State } from '@labcast/domain';
import { IconDots } from '@tabler/icons-react';
import { EjectItem } from '../canvas/EjectItem.tsx';
import { consolesToOpen } from '../design/consolesToOpen.ts';
import { panelText } from '../panel/panelText.ts';
import type { Panel } from '../panel/usePanel.ts';
import { copyElement } from './copyElement.ts';
import type { ListedElement } from './groupByNetwork.ts';
import { actionsOf, type ElementAction } from './actionsOf.ts';
import { listText } from './listText.ts';
import { removeAll } from './removeAll.ts';

interface RowMenuProps {
  readonly panel: Panel;
  readonly listed: ListedElement;
  readonly state: State;
  readonly onAct: (action: ElementAction) => void;
}

type EditProps = Pick<RowMenuProps, 'panel' | 'listed'>;

/** Everything that can be done with one element. */
export function RowMenu({ panel, listed, state, onAct }: RowMenuProps) {
  const { name, element } = listed;
  const { design, isLocked } = panel;
  const isThere = panel.findApplied(name) !== undefined;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={listText.more(name)}>
          <IconDots aria-hidden size={20} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => design.select([name])}>{listText.editAction}</Menu.Item>
        {isThere &&
          consolesToOpen(design, element).map((console) => (
            <Menu.Item key={console} onClick={() => design.openConsole(`${name}.${console}`)}>
              {listText.open[console]}
            </Menu.Item>
          ))}
        {design.mayEdit &&
          actionsOf(element.kind, state).map((action) => (
            <Menu.Item key={action} onClick={() => onAct(action)}>
              {listText.actions[action]}
            </Menu.Item>
          ))}
        <EjectItem name={name} />
        {!isLocked && <EditItems panel={panel} listed={listed} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function EditItems({ panel, listed }: EditProps) {
  const { name, element } = listed;
  const { design, written } = panel;
  const duplicate = () => {
    const copy = freeName(name, Object.keys(design.blueprint.elements));
    design.edit(
      [{ kind: 'add-element', name: copy, element: copyElement(written.element(name)) }],
      listText.step.duplicate(name),
    );
    design.select([copy]);
  };
  return (
    <>
      <Menu.Divider />
      <Menu.Item onClick={duplicate}>{listText.duplicate}</Menu.Item>
      {element.kind !== 'app' && <WireItems panel={panel} listed={listed} />}
      <Menu.Divider />
      <Menu.Item onClick={() => removeAll(design, [name])}>{listText.remove}</Menu.Item>
    </>
  );
}

function WireItems({ panel, listed }: EditProps) {
  const { design } = panel;
  const { name, element, attachments } = listed;
  const connected = attachments.map(({ network }) => network);
  const others = Object.keys(design.blueprint.networks).filter((each) => !connected.includes(each));
  return (
    <>
      {others.map((network) => (
        <Menu.Item
          key={network}
          onClick={() =>
            design.edit(
              [{ kind: 'attach', element: name, network }],
              panelText.step.connect(name, network),
            )
          }
        >
          {listText.connectTo(network)}
        </Menu.Item>
      ))}
      {element.kind !== 'cluster' &&
        connected.length > 1 &&
        connected.map((network) => (
          <Menu.Item
            key={network}
            onClick={() =>
              design.edit(
                [{ kind: 'detach', element: name, network }],
                panelText.step.disconnect(name, network),
              )
            }
          >
            {listText.disconnectFrom(network)}
          </Menu.Item>
        ))}
    </>
  );
}
