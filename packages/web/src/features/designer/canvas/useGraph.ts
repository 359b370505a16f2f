import { useMemo, useRef } from 'react';
import { useDesign } from '../design/Design.ts';
import { drawGraph, withRemoved, type CanvasNode, type Wire } from './graph.ts';
import { keepSame } from './keepSame.ts';
import { gatewayName, placeAll, type Places } from './placeAll.ts';

interface DrawnGraph {
  readonly nodes: readonly CanvasNode[];
  readonly wires: readonly Wire[];
  readonly places: Places;
}

/** The lab as nodes and wires, with the same objects as before for what did not change. */
export function useGraph(): DrawnGraph {
  const { blueprint, appliedBlueprint, positions, images, generation, status, mayEdit } =
    useDesign();
  const nodesBefore = useRef(keepSame<CanvasNode>(new Map(), []));
  const wiresBefore = useRef(keepSame<Wire>(new Map(), []));
  const hasGateway = status?.elements.some(({ name }) => name === gatewayName) ?? false;
  return useMemo(() => {
    const removed = generation === 0 ? blueprint : appliedBlueprint;
    const places = placeAll(withRemoved(blueprint, removed), positions);
    const graph = drawGraph({ blueprint, removed, places, images, hasGateway, mayEdit });
    nodesBefore.current = keepSame(nodesBefore.current, graph.nodes);
    wiresBefore.current = keepSame(wiresBefore.current, graph.wires);
    return {
      nodes: [...nodesBefore.current.values()].map(({ item }) => item),
      wires: [...wiresBefore.current.values()].map(({ item }) => item),
      places,
    };
  }, [blueprint, appliedBlueprint, positions, images, generation, hasGateway, mayEdit]);
}
