import { Button, Checkbox, UnstyledButton } from '@mantine/core';
import { printSize } from '@labcast/domain';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { useActOnElement } from '../canvas/useActOnElement.ts';
import { describeCard } from '../canvas/live/describeCard.ts';
import { consolesToOpen } from '../design/consolesToOpen.ts';
import { kindIcons } from '../kindIcons.ts';
import { panelText } from '../panel/panelText.ts';
import { printCores } from '../panel/readSizeField.ts';
import { useElementUse } from '../panel/useElementUse.ts';
import type { Panel } from '../panel/usePanel.ts';
import { describeImage, describeSizes } from './describeElement.ts';
import type { ListedElement } from './groupByNetwork.ts';
import classes from './list.module.css';
import { listText } from './listText.ts';
import { RowMenu } from './RowMenu.tsx';
import { removeAll } from './removeAll.ts';
import { toggled } from './toggled.ts';

interface ElementRowProps {
  readonly panel: Panel;
  readonly listed: ListedElement;
}

/** One element with what a card shows of it. */
export function ElementRow({ panel, listed }: ElementRowProps) {
  const { name, element, attachments } = listed;
  const { design } = panel;
  const act = useActOnElement();
  const isSelected = design.selection.includes(name);
  const { state, reason, step } = describeCard(name, design);
  const [console] = consolesToOpen(design, element);
  return (
    <tr data-selected={isSelected || undefined}>
      <td className={classes.check}>
        <Checkbox
          aria-label={listText.select(name)}
          checked={isSelected}
          onChange={() => design.select(toggled(design.selection, name))}
        />
      </td>
      <th scope="row" className={element.kind === 'app' ? classes.app : undefined}>
        <NameButton panel={panel} name={name} kind={element.kind} />
      </th>
      <td data-label={listText.columns.state}>
        <div>
          <StateBadge state={state} {...(step && { word: step.title })} />
          {reason !== undefined && reason !== step?.title && (
            <div className={classes.reason}>{reason}</div>
          )}
        </div>
      </td>
      <td data-label={listText.columns.image}>{describeImage(element)}</td>
      <td data-label={listText.columns.sizes}>{describeSizes(element)}</td>
      <td data-label={listText.columns.addresses}>
        <div>
          {attachments.map(({ network, addresses }) => (
            <div key={network}>{`${network} ${addresses.join(', ')}`}</div>
          ))}
        </div>
      </td>
      <td data-label={listText.columns.use}>
        <Use name={name} />
      </td>
      <td className={classes.actions}>
        {console !== undefined && state === 'ready' && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => design.openConsole(`${name}.${console}`)}
          >
            {listText.open[console]}
          </Button>
        )}
        {state === 'failed' && design.mayEdit && (
          <>
            <Button variant="default" size="compact-sm" onClick={() => act(name, 'retry')}>
              {listText.actions.retry}
            </Button>{' '}
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => design.openConsole(`${name}.logs`)}
            >
              {listText.open.logs}
            </Button>
          </>
        )}
        <RowMenu
          panel={panel}
          listed={listed}
          state={state}
          onAct={(action) => act(name, action)}
        />
      </td>
    </tr>
  );
}

function Use({ name }: { readonly name: string }) {
  const use = useElementUse(name);
  if (!use) return <span className={classes.dim}>{listText.notSeen}</span>;
  const amounts = [printCores(use.cpu), printSize(use.memory), printSize(use.storage)];
  return <span>{amounts.join(', ')}</span>;
}

interface NameButtonProps {
  readonly panel: Panel;
  readonly name: string;
  readonly kind: ListedElement['element']['kind'];
}

/** Selects, as a click on a card does; Del deletes. */
function NameButton({ panel, name, kind }: NameButtonProps) {
  const { design, isLocked } = panel;
  const KindIcon = kindIcons[kind];
  return (
    <UnstyledButton
      className={classes.name}
      aria-label={`${listText.edit(name)}, ${panelText.kinds[kind]}`}
      title={name}
      onClick={(event) =>
        design.select(
          event.ctrlKey || event.metaKey || event.shiftKey
            ? toggled(design.selection, name)
            : [name],
        )
      }
      onKeyDown={(event) => {
        if (event.key === 'Delete' && !isLocked) removeAll(design, [name]);
      }}
    >
      <KindIcon aria-hidden size={16} stroke={1.5} />
      <span>{name}</span>
    </UnstyledButton>
  );
}
