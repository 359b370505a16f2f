import { Checkbox, UnstyledButton } from '@mantine/core';
import { kindIcons } from '../kindIcons.ts';
import type { Panel } from '../panel/usePanel.ts';
import type { NetworkGroup } from './groupByNetwork.ts';
import classes from './list.module.css';
import { listText } from './listText.ts';
import { toggled } from './toggled.ts';

/** A network as the heading of what is on it. */
export function NetworkHead({
  panel,
  group,
}: {
  readonly panel: Panel;
  readonly group: NetworkGroup;
}) {
  const { design } = panel;
  const { network, subnet, internet } = group;
  const isSelected = design.selection.includes(network);
  const NetworkIcon = kindIcons.network;
  return (
    <tr className={classes.network} data-selected={isSelected || undefined}>
      <td className={classes.check}>
        <Checkbox
          aria-label={listText.select(network)}
          checked={isSelected}
          onChange={() => design.select(toggled(design.selection, network))}
        />
      </td>
      <th scope="rowgroup" colSpan={7}>
        <UnstyledButton
          className={classes.name}
          title={listText.edit(network)}
          onClick={() => design.select([network])}
        >
          <NetworkIcon aria-hidden size={16} stroke={1.5} />
          {listText.network(network, subnet, internet)}
        </UnstyledButton>
      </th>
    </tr>
  );
}
