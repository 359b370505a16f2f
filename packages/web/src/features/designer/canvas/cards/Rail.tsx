import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { designText } from '../../designText.ts';
import { kindIcons } from '../../kindIcons.ts';
import { useCardLive } from '../CanvasContext.ts';
import type { RailNode } from '../graph.ts';
import classes from './cards.module.css';

/** A network: a rail, because a firewall hangs on two of them. */
export const Rail = memo(function Rail({ data, selected }: NodeProps<RailNode>) {
  const { name, subnet, internet, count } = data;
  const { mark } = useCardLive(name);
  return (
    <section
      id={`rail-${name}`}
      className={classes.rail}
      aria-label={designText.rail(name, subnet, internet, count)}
      data-selected={selected || undefined}
      data-mark={mark}
    >
      <span className={classes.railLabel}>
        <kindIcons.network aria-hidden size={16} stroke={1.5} />
        <bdi className={classes.name}>{name}</bdi>
        <span className={classes.subnet}>{subnet}</span>
        <span className={classes.subnet}>{designText.internet[internet ? 'true' : 'false']}</span>
        {mark && <span className={classes.mark}>{designText.card.marks[mark]}</span>}
      </span>
      <Handle type="target" id="rail" position={Position.Bottom} className={classes.railHandle} />
    </section>
  );
});
