import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { stateLooks } from '../../../../theme/stateLooks.ts';
import { designText } from '../../designText.ts';
import { kindIcons } from '../../kindIcons.ts';
import { useCardLive } from '../CanvasContext.ts';
import type { GatewayNode } from '../graph.ts';
import classes from './cards.module.css';

/** Labcast's own way between the networks and out: small, since nobody has to do anything with it. */
export const Gateway = memo(function Gateway({ data: { name } }: NodeProps<GatewayNode>) {
  const { state, reason } = useCardLive(name);
  const look = stateLooks[state];
  return (
    <div
      id={`card-${name}`}
      role="group"
      className={classes.gateway}
      aria-label={`${designText.kinds.gateway}, ${look.word}`}
      title={reason}
    >
      <kindIcons.gateway aria-hidden size={16} stroke={1.5} />
      <span className={classes.name}>{designText.kinds.gateway}</span>
      <look.icon aria-hidden size={16} stroke={1.5} color={`var(--labcast-state-${look.color})`} />
      <span>{look.word}</span>
      <Handle
        type="source"
        id="wire"
        position={Position.Top}
        className={classes.noHandle}
        isConnectable={false}
      />
    </div>
  );
});
