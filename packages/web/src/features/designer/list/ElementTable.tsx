import { Checkbox } from '@mantine/core';
import type { Panel } from '../panel/usePanel.ts';
import { ElementRow } from './ElementRow.tsx';
import { groupByNetwork, type NetworkGroup } from './groupByNetwork.ts';
import classes from './list.module.css';
import { listText } from './listText.ts';
import { NetworkHead } from './NetworkHead.tsx';

/** One row for each element, under the network that it is on. */
export function ElementTable({ panel }: { readonly panel: Panel }) {
  const { design } = panel;
  const { columns } = listText;
  const names = Object.keys(design.blueprint.elements);
  const isAll = names.length > 0 && names.every((name) => design.selection.includes(name));
  const isSome = !isAll && names.some((name) => design.selection.includes(name));
  return (
    <table className={classes.table} aria-label={listText.label}>
      <thead>
        <tr>
          <th scope="col" className={classes.check}>
            <Checkbox
              aria-label={listText.selectAll}
              checked={isAll}
              indeterminate={isSome}
              disabled={names.length === 0}
              onChange={() => design.select(isAll ? [] : names)}
            />
          </th>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.image}</th>
          <th scope="col">{columns.sizes}</th>
          <th scope="col">{columns.addresses}</th>
          <th scope="col">{columns.use}</th>
          <th scope="col">{columns.actions}</th>
        </tr>
      </thead>
      {groupByNetwork(design.blueprint).map((group) => (
        <Group key={group.network} panel={panel} group={group} />
      ))}
    </table>
  );
}

function Group({ panel, group }: { readonly panel: Panel; readonly group: NetworkGroup }) {
  return (
    <tbody>
      <NetworkHead panel={panel} group={group} />
      {group.elements.map((listed) => (
        <ElementRow key={listed.name} panel={panel} listed={listed} />
      ))}
      {(group.elements.length === 0 || group.alsoOn.length > 0) && (
        <tr>
          <td />
          <td colSpan={7} className={classes.dim}>
            {group.alsoOn.length > 0
              ? listText.alsoOn(group.alsoOn.join(', '))
              : listText.emptyNetwork}
          </td>
        </tr>
      )}
    </tbody>
  );
}
