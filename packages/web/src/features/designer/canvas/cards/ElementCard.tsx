import { printSize } from '@labcast/domain';
import { IconDots } from '@tabler/icons-react';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, type MouseEvent } from 'react';
import { stateLooks } from '../../../../theme/stateLooks.ts';
import { designText } from '../../designText.ts';
import { kindIcons } from '../../kindIcons.ts';
import { useCanvas, useCardLive } from '../CanvasContext.ts';
import type { AppStrip, CardNode } from '../graph.ts';
import type { CardLive } from '../live/describeCard.ts';
import classes from './cards.module.css';
import { StateLine } from './StateLine.tsx';

const text = designText.card;

/** A machine or cluster: what it is, in what state, and what can be done with it. */
export const ElementCard = memo(function ElementCard({ data, selected }: NodeProps<CardNode>) {
  const { name, element, apps, where } = data;
  const live = useCardLive(name);
  const look = stateLooks[live.state];
  const Icon = kindIcons[element.kind];
  const label = `${name}, ${designText.kinds[element.kind]}, ${look.word}, on ${where}`;
  return (
    <article
      id={`card-${name}`}
      className={classes.card}
      aria-label={label}
      data-kind={element.kind}
      data-edge={look.edge}
      data-mark={live.mark}
      data-selected={selected || undefined}
      style={{ '--state': `var(--labcast-state-${look.color})` } as React.CSSProperties}
    >
      <div className={classes.head}>
        <Icon aria-hidden size={20} stroke={1.5} />
        <bdi className={classes.name} title={name}>
          {name}
        </bdi>
        {live.mark && <span className={classes.mark}>{text.marks[live.mark]}</span>}
        <MenuButton name={name} />
      </div>
      <div className={classes.facts}>
        <span className={classes.imageName}>
          {'image' in element ? element.image : text.nodes(element.nodes)}
        </span>
        {live.acceleration === 'software' && (
          <span title={text.emulatedMeaning}>{text.emulated}</span>
        )}
      </div>
      <StateLine live={live} />
      <div className={classes.foot}>
        <span className={classes.sizes}>
          {element.cpu} CPU &ensp;{printSize(element.memoryBytes)} &ensp;
          {printSize(element.storageBytes)}
        </span>
        <CardButtons data={data} live={live} />
      </div>
      {apps.map((app) => (
        <Strip key={app.name} app={app} />
      ))}
      <Handle
        type="source"
        id="wire"
        position={Position.Top}
        className={classes.handle}
        title={text.handle}
      />
    </article>
  );
});

function CardButtons({ data, live }: { readonly data: CardNode['data']; readonly live: CardLive }) {
  const { openConsole, retry } = useCanvas();
  const { name, console } = data;
  const isFailing = live.state === 'failed' || (live.state === 'attention' && live.reason);
  if (isFailing)
    return (
      <>
        <CardButton onPress={() => retry(name)}>{text.retry}</CardButton>
        <CardButton onPress={() => openConsole(`${name}.logs`)}>{text.log}</CardButton>
      </>
    );
  if (live.state === 'planned' || console === undefined) return null;
  return <CardButton onPress={() => openConsole(`${name}.${console}`)}>{text.console}</CardButton>;
}

interface CardButtonProps {
  readonly onPress: () => void;
  readonly children: string;
}

/** Not in the order of Tab: the canvas is one stop, and has keys for all of these. */
function CardButton({ onPress, children }: CardButtonProps) {
  const press = (event: MouseEvent) => {
    event.stopPropagation();
    onPress();
  };
  return (
    <button type="button" tabIndex={-1} className={`nodrag ${classes.action}`} onClick={press}>
      {children}
    </button>
  );
}

function MenuButton({ name }: { readonly name: string }) {
  const { openMenu } = useCanvas();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`nodrag ${classes.menu}`}
      aria-label={text.menu(name)}
      aria-haspopup="menu"
      onClick={(event) => {
        event.stopPropagation();
        openMenu(name, event.currentTarget);
      }}
    >
      <IconDots aria-hidden size={16} stroke={1.5} />
    </button>
  );
}

/** An app on its cluster. */
function Strip({ app }: { readonly app: AppStrip }) {
  const { openConsole, select } = useCanvas();
  const { name, image, port } = app;
  const live = useCardLive(name);
  const look = stateLooks[live.state];
  return (
    <div
      id={`card-${name}`}
      role="group"
      className={classes.strip}
      aria-label={`${name}, ${designText.kinds.app}, ${look.word}`}
      data-mark={live.mark}
      onClick={(event) => {
        event.stopPropagation();
        select(name);
      }}
    >
      <kindIcons.app aria-hidden size={16} stroke={1.5} />
      <bdi className={classes.name} title={`${name}: ${image}, port ${port}`}>
        {name}
      </bdi>
      <look.icon aria-hidden size={16} stroke={1.5} color={`var(--labcast-state-${look.color})`} />
      <span className={classes.stripState} title={live.reason}>
        {live.mark ? text.marks[live.mark] : look.word}
      </span>
      {live.state === 'ready' && (
        <CardButton onPress={() => openConsole(`${name}.page`)}>{text.page}</CardButton>
      )}
      <MenuButton name={name} />
    </div>
  );
}
