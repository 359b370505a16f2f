import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { useCallback, useEffect, useState } from 'react';
import { useDesign, type Position } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { nameOfId, type CanvasNode } from './graph.ts';
import { gatewayName } from './placeAll.ts';

/** React Flow's own nodes while things are dragged, and the design's when they are dropped. */
export function useNodes(drawn: readonly CanvasNode[]) {
  const { selection, select, move } = useDesign();
  const [nodes, setNodes] = useState<CanvasNode[]>([]);
  useEffect(() => {
    const chosen = new Set(selection);
    setNodes((before) => {
      const old = new Map(before.map((node) => [node.id, node]));
      return drawn.map((node) => {
        const selected = chosen.has(nameOfId(node.id));
        const same = old.get(node.id);
        if (same && isDrawnAs(same, { ...node, selected })) return same;
        return { ...node, selected, ...(same?.measured && { measured: same.measured }) };
      });
    });
  }, [drawn, selection]);
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      setNodes((before) =>
        applyNodeChanges(
          changes.filter(({ type }) => type !== 'remove'),
          before,
        ),
      );
      const dropped: Record<string, Position> = {};
      let chosen: Set<string> | undefined;
      for (const change of changes) {
        if (change.type === 'position' && change.dragging === false && change.position)
          dropped[nameOfId(change.id)] = change.position;
        if (change.type === 'select') {
          chosen ??= new Set(selection);
          if (change.selected) chosen.add(nameOfId(change.id));
          else chosen.delete(nameOfId(change.id));
        }
      }
      const names = Object.keys(dropped);
      if (names.length > 0) move(dropped, designText.steps.move(names.join(', ')));
      if (chosen) select([...chosen].filter((name) => name !== gatewayName));
    },
    [selection, select, move],
  );
  return [nodes, onNodesChange] as const;
}

/** Whether nothing of a node that is drawn would be drawn otherwise. */
function isDrawnAs(drawn: CanvasNode, wanted: CanvasNode): boolean {
  const keys = ['data', 'selected', 'position', 'width', 'height'] as const;
  return keys.every((key) => drawn[key] === wanted[key]);
}
