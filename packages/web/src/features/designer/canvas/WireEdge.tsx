import { EdgeLabelRenderer, useInternalNode, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import classes from './cards/cards.module.css';
import type { Wire } from './graph.ts';
import { routeWire } from './routeWire.ts';
import type { Rectangle } from './sizes.ts';

/** From a card to its rail, with the address. Follows both while they are dragged. */
export const WireEdge = memo(function WireEdge({
  source,
  target,
  data,
  selected,
}: EdgeProps<Wire>) {
  const card = boxOf(useInternalNode(source));
  const rail = boxOf(useInternalNode(target));
  if (!card || !rail || !data) return null;
  const { path, label } = routeWire(card, rail, data);
  return (
    <>
      <path d={path} className={classes.wireReach} />
      <path
        d={path}
        className={classes.wire}
        data-selected={selected === true ? true : undefined}
      />
      <EdgeLabelRenderer>
        <span
          className={classes.address}
          style={{ translate: `calc(${label.x}px - 50%) calc(${label.y}px - 50%)` }}
        >
          {data.address}
        </span>
      </EdgeLabelRenderer>
    </>
  );
});

function boxOf(node: ReturnType<typeof useInternalNode>): Rectangle | undefined {
  if (!node) return undefined;
  const { x, y } = node.internals.positionAbsolute;
  return { x, y, width: node.width ?? 0, height: node.height ?? 0 };
}
