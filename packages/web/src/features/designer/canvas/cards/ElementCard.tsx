import { printSize } from '@labcast/domain';
import { IconDots } from '@tabler/icons-react';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, type MouseEvent } from 'react';
import { StateBadge } from '../../../../components/StateBadge.tsx';
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
  const { mayEdit } = useCanvas();
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
        {mayEdit && <MenuButton name={name} />}
      </div>
      {isFailing(live) ? <FailingBody data={data} live={live} /> : <Body data={data} live={live} />}
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

interface BodyProps {
  readonly data: CardNode['data'];
  readonly live: CardLive;
}

/** Something has to be done about it, and it says what. */
function isFailing({ state, reason }: CardLive): boolean {
  return state === 'failed' || (state === 'attention' && reason !== undefined);
}

function Body({ data: { name, element, consoles }, live }: BodyProps) {
  const { openConsole } = useCanvas();
  const [console] = consoles;
  const { state, use, acceleration } = live;
  return (
    <>
      <div className={classes.facts}>
        <span className={classes.imageName}>
          {'image' in element ? element.image : text.nodes(element.nodes)}
        </span>
        {acceleration === 'software' ? (
          <span title={text.emulatedMeaning}>{text.emulated}</span>
        ) : (
          use && <span>{text.use(use.cpu, printSize(use.memoryBytes))}</span>
        )}
      </div>
      <StateLine live={live} />
      <div className={classes.foot}>
        <span className={classes.sizes}>
          {element.cpu} CPU &ensp;{printSize(element.memoryBytes)} &ensp;
          {printSize(element.storageBytes)}
        </span>
        {state !== 'planned' && console !== undefined && (
          <CardButton onPress={() => openConsole(`${name}.${console}`)}>{text.console}</CardButton>
        )}
      </div>
    </>
  );
}

/** The reason in place of what it is made of: it has to be read without reaching for it. */
function FailingBody({ data: { name, consoles }, live: { state, reason, refused } }: BodyProps) {
  const { openConsole, retry, mayEdit } = useCanvas();
  const why = refused === undefined ? reason : text.refused(refused);
  return (
    <>
      <div className={classes.failingState}>
        <StateBadge state={state} />
        <span className={classes.sizes} />
        {mayEdit && <CardButton onPress={() => retry(name)}>{text.retry}</CardButton>}
        {consoles.includes('logs') && (
          <CardButton onPress={() => openConsole(`${name}.logs`)}>{text.log}</CardButton>
        )}
      </div>
      <p className={classes.why} title={why}>
        {why}
      </p>
    </>
  );
}

interface CardButtonProps {
  /** Where the word alone does not say of what. */
  readonly label?: string;
  readonly onPress: () => void;
  readonly children: string;
}

/** Not in the order of Tab: the canvas is one stop, and has keys for all of these. */
function CardButton({ label, onPress, children }: CardButtonProps) {
  const press = (event: MouseEvent) => {
    event.stopPropagation();
    onPress();
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`nodrag ${classes.action}`}
      aria-label={label}
      onClick={press}
    >
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
  const { name, image, port, consoles } = app;
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
      {live.state === 'ready' && consoles.includes('page') && (
        <CardButton label={text.pageOf(name)} onPress={() => openConsole(`${name}.page`)}>
          {text.page}
        </CardButton>
      )}
      <MenuButton name={name} />
    </div>
  );
}
