import '@xyflow/react/dist/base.css';
import { useMantineColorScheme } from '@mantine/core';
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
  type Connection,
  type NodeChange,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { EmptyCanvas } from '../create/EmptyCanvas.tsx';
import { useDesign, type Position } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { CanvasContext, type CanvasActions } from './CanvasContext.ts';
import { CanvasTools } from './CanvasTools.tsx';
import classes from './canvas.module.css';
import { CardMenu, type OpenMenu } from './CardMenu.tsx';
import { ElementCard } from './cards/ElementCard.tsx';
import { Gateway } from './cards/Gateway.tsx';
import { Rail } from './cards/Rail.tsx';
import { isRailId, nameOfId, railId, type CanvasNode, type Wire } from './graph.ts';
import { gatewayName, type Places } from './placeAll.ts';
import { tidy } from './tidy.ts';
import { useActOnElement } from './useActOnElement.ts';
import { useCanvasKeys, type CanvasDeeds } from './useCanvasKeys.ts';
import { useEdits } from './useEdits.ts';
import { useGraph } from './useGraph.ts';
import { useLive } from './useLive.ts';
import { usePort } from './usePort.ts';
import { WireEdge } from './WireEdge.tsx';

const nodeTypes = { machine: ElementCard, cluster: ElementCard, network: Rail, gateway: Gateway };
const edgeTypes = { wire: WireEdge };
const minimapFrom = 20;
const farBelow = 0.5;
const fitOptions = { maxZoom: 1, padding: 0.12 };

interface CanvasProps {
  readonly deeds: Pick<CanvasDeeds, 'show' | 'nextDock' | 'help' | 'editInPanel'>;
  readonly onScenario: () => void;
}

/** The lab as a drawing that is the lab. */
export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <CanvasContent {...props} />
    </ReactFlowProvider>
  );
}

function CanvasContent({ deeds, onScenario }: CanvasProps) {
  const design = useDesign();
  const { mayEdit, selection, problems, blueprint } = design;
  const { nodes: drawn, wires, places } = useGraph();
  const [menu, setMenu] = useState<OpenMenu>();
  const edits = useEdits();
  const root = useRef<HTMLDivElement>(null);
  const actions = useActions(setMenu);
  const [nodes, onNodesChange] = useNodes(drawn);
  const edges = useSelectedWires(wires, selection);
  const view = useView(places);
  const keys = useCanvasKeys(places, edits, { ...deeds, ...view });
  usePort(root);
  const isFar = useStore((state) => state.transform[2] < farBelow);
  const { colorScheme } = useMantineColorScheme();
  const connect = ({ source, target }: Connection) => {
    const [rail, card] = isRailId(source) ? [source, target] : [target, source];
    if (isRailId(rail) && !isRailId(card)) edits.connect(card, nameOfId(rail));
  };
  const active = selection.at(-1);
  const isEmpty = drawn.every(({ type }) => type !== 'machine' && type !== 'cluster');
  const isLocked = !mayEdit || problems.length > 0;
  return (
    <CanvasContext value={actions}>
      <div
        ref={root}
        className={classes.canvas}
        data-far={isFar}
        data-stale={problems.length > 0 || undefined}
        data-empty={isEmpty || undefined}
        // One stop for Tab; arrows go on inside. Readers are told what they have reached.
        role="application"
        tabIndex={0}
        aria-label={designText.canvas(Object.keys(blueprint.elements).length)}
        aria-activedescendant={active === undefined ? undefined : idOnPage(active, blueprint)}
        onKeyDown={keys}
      >
        <ReactFlow<CanvasNode, Wire>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onConnect={connect}
          onEdgeClick={(_, { source }) => design.select([source])}
          onPaneClick={() => root.current?.focus({ preventScroll: true })}
          onNodeClick={() => root.current?.focus({ preventScroll: true })}
          isValidConnection={({ source, target }) => isRailId(source) !== isRailId(target)}
          connectionMode={ConnectionMode.Loose}
          connectOnClick
          nodesConnectable={!isLocked}
          nodesDraggable={!isLocked}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionMode={SelectionMode.Partial}
          multiSelectionKeyCode={['Control', 'Meta', 'Shift']}
          selectionKeyCode="Shift"
          panOnScroll
          zoomOnDoubleClick={false}
          minZoom={0.1}
          maxZoom={2}
          fitView
          fitViewOptions={fitOptions}
          onlyRenderVisibleElements
          elevateNodesOnSelect={false}
          colorMode={colorScheme === 'auto' ? 'system' : colorScheme}
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1} />
          {drawn.length >= minimapFrom && (
            <MiniMap pannable zoomable className={classes.minimap ?? ''} ariaLabel="Minimap" />
          )}
        </ReactFlow>
        {isEmpty && mayEdit && <EmptyCanvas onScenario={onScenario} />}
        <CanvasTools onFit={view.fit} onTidy={view.tidy} onHelp={deeds.help} mayEdit={!isLocked} />
        {menu && <CardMenu open={menu} onClose={() => setMenu(undefined)} />}
      </div>
    </CanvasContext>
  );
}

function idOnPage(name: string, blueprint: ReturnType<typeof useDesign>['blueprint']): string {
  return Object.hasOwn(blueprint.elements, name) ? `card-${name}` : `rail-${name}`;
}

/** What cards do: the same object for the life of the canvas. */
function useActions(setMenu: (menu: OpenMenu) => void): CanvasActions {
  const design = useDesign();
  const live = useLive();
  const act = useActOnElement();
  const latest = useRef({ design, act });
  latest.current = { design, act };
  return useMemo(
    () => ({
      live,
      openConsole: (name) => latest.current.design.openConsole(name),
      retry: (name) => latest.current.act(name, 'retry'),
      select: (name) => latest.current.design.select([name]),
      openMenu: (name, button) => {
        const { left, bottom } = button.getBoundingClientRect();
        setMenu({ name, x: left, y: bottom });
      },
    }),
    [live, setMenu],
  );
}

/** React Flow's own nodes while things are dragged, and the design's when they are dropped. */
function useNodes(drawn: readonly CanvasNode[]) {
  const { selection, select, move } = useDesign();
  const [nodes, setNodes] = useState<CanvasNode[]>([]);
  useEffect(() => {
    const chosen = new Set(selection);
    setNodes((before) => {
      const old = new Map(before.map((node) => [node.id, node]));
      return drawn.map((node) => {
        const selected = chosen.has(nameOfId(node.id));
        const same = old.get(node.id);
        const isSame =
          same &&
          same.data === node.data &&
          same.selected === selected &&
          same.position === node.position &&
          same.width === node.width &&
          same.height === node.height;
        return isSame
          ? same
          : { ...node, selected, ...(same?.measured && { measured: same.measured }) };
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

function useSelectedWires(wires: readonly Wire[], selection: readonly string[]): Wire[] {
  return useMemo(() => {
    const chosen = new Set(selection);
    return wires.map((wire) => (chosen.has(wire.source) ? { ...wire, selected: true } : wire));
  }, [wires, selection]);
}

function useView(places: Places) {
  const flow = useReactFlow();
  const { blueprint, move } = useDesign();
  const fit = useCallback(() => void flow.fitView({ ...fitOptions, duration: 150 }), [flow]);
  return {
    fit,
    tidy: () => {
      void tidy(blueprint).then((positions) => {
        move(positions, designText.steps.tidy);
        setTimeout(fit, 50);
      });
    },
    reveal: (id: string) => {
      const place = places.cards.get(id) ?? places.rails.get(nameOfId(id));
      if (!place) return;
      const { x, y, zoom } = flow.getViewport();
      const seen = document.querySelector('.react-flow')?.getBoundingClientRect();
      const left = place.x * zoom + x;
      const top = place.y * zoom + y;
      const isSeen =
        seen &&
        left > 0 &&
        top > 0 &&
        left + 240 * zoom < seen.width &&
        top + 112 * zoom < seen.height;
      if (!isSeen)
        void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, {
          zoom,
          duration: 150,
        });
    },
    railId,
  };
}
