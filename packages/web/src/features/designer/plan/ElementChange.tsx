import { Button } from '@mantine/core';
import { printSize } from '@labcast/domain';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Design } from '../design/Design.ts';
import { useElementUse } from '../panel/useElementUse.ts';
import type { ElementChanges } from './groupChanges.ts';
import { listDifferences } from './listDifferences.ts';
import classes from './plan.module.css';
import { planText } from './planText.ts';

interface ElementChangeProps extends ElementChanges {
  readonly design: Design;
}

/** What happens to one element, and the way to drop it. */
export function ElementChange({ element, changes, design }: ElementChangeProps) {
  const { appliedBlueprint, blueprint, mayEdit } = design;
  const [first] = changes;
  const used = useElementUse(element)?.storage;
  const differences = listDifferences(appliedBlueprint, blueprint, element);
  if (!first) return null;
  return (
    <li className={classes.change}>
      <div>
        <span className={classes.name}>{element}</span> · {planText.actions[first.action]}
        {changes.map(({ message }) => (
          <p key={message} className={classes.what}>
            {message}
          </p>
        ))}
        {changes.some(({ destroysData }) => destroysData) && (
          <p className={classes.loss}>
            <IconAlertTriangle
              aria-hidden
              size={16}
              stroke={1.5}
              color="var(--labcast-state-orange)"
            />
            {used === undefined ? planText.losesData : planText.losesAmount(printSize(used))}
          </p>
        )}
      </div>
      {mayEdit && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={planText.dropOf(element)}
          onClick={() => design.drop(first)}
        >
          {planText.drop}
        </Button>
      )}
      {differences.length > 0 && (
        <table className={classes.values}>
          <thead>
            <tr>
              <th scope="col">{planText.value}</th>
              <th scope="col">{planText.now}</th>
              <th scope="col">{planText.then}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, before, after }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}
