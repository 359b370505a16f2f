import '@xyflow/react/dist/base.css';
import { useMantineColorScheme } from '@mantine/core';
import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStore,
  type Connection,
} from '@xyflow/react';
import { useMemo, useRef, useState } from 'react';
import { EmptyCanvas } from '../create/EmptyCanvas.tsx';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { CanvasContext, type CanvasActions } from './CanvasContext.ts';
import { CanvasTools } from './CanvasTools.tsx';
import classes from './canvas.module.css';
import { CardMenu, type OpenMenu } from './CardMenu.tsx';
import { ElementCard } from './cards/ElementCard.tsx';
import { Gateway } from './cards/Gateway.tsx';
import { Rail } from './cards/Rail.tsx';
import { detailAt } from './detailAt.ts';
import { fitOptionsFor, minimapFrom, minimapSize } from './fitOptions.ts';
import { isRailId, nameOfId, type CanvasNode, type Wire } from './graph.ts';
import { useActOnElement } from './useActOnElement.ts';
import { useCanvasKeys, type CanvasDeeds } from './useCanvasKeys.ts';
import { useEdits } from './useEdits.ts';
import { useGraph } from './useGraph.ts';
import { useLive } from './useLive.ts';
import { useNodes } from './useNodes.ts';
import { usePort } from './usePort.ts';
import { useView, useViewAfterResize } from './useView.ts';
import { WireEdge } from './WireEdge.tsx';

const nodeTypes = { machine: ElementCard, cluster: ElementCard, network: Rail, gateway: Gateway };
const edgeTypes = { wire: WireEdge };
/** Keys and focus are ours: the library has neither undo nor a way from card to card. */
const behaviour = {
  connectionMode: ConnectionMode.Loose,
  connectOnClick: true,
  nodesFocusable: false,
  edgesFocusable: false,
  disableKeyboardA11y: true,
  deleteKeyCode: null,
  selectionMode: SelectionMode.Partial,
  multiSelectionKeyCode: ['Control', 'Meta', 'Shift'],
  selectionKeyCode: 'Shift',
  panOnScroll: true,
  zoomOnDoubleClick: false,
  minZoom: 0.1,
  maxZoom: 2,
  fitView: true,
  onlyRenderVisibleElements: true,
  elevateNodesOnSelect: false,
};

export interface CanvasProps {
  readonly deeds: Pick<CanvasDeeds, 'show' | 'nextDock' | 'editInPanel'>;
  readonly onScenario: () => void;
  readonly onHelp: () => void;
}

/** The lab as a drawing that is the lab. */
export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <CanvasContent {...props} />
    </ReactFlowProvider>
  );
}

function CanvasContent({ deeds, onScenario, onHelp }: CanvasProps) {
  const design = useDesign();
  const { mayEdit, selection, problems, blueprint } = design;
  const { nodes: drawn, wires, places } = useGraph();
  const [menu, setMenu] = useState<OpenMenu>();
  const edits = useEdits();
  const root = useRef<HTMLDivElement>(null);
  const actions = useActions(setMenu);
  const [nodes, onNodesChange] = useNodes(drawn);
  const edges = useSelectedWires(wires, selection);
  const view = useView(places, drawn.length);
  const keys = useCanvasKeys(places, edits, {
    ...deeds,
    ...view,
    openMenu: (name) => {
      const card = document.getElementById(`card-${name}`);
      if (card) actions.openMenu(name, card);
    },
  });
  usePort(root);
  const touch = useViewAfterResize(view, selection.at(-1), blueprint);
  const detail = useStore((state) => detailAt(state.transform[2]));
  const isWiring = useStore(
    (state) => state.connection.inProgress || state.connectionClickStartHandle !== null,
  );
  const { colorScheme } = useMantineColorScheme();
  const connect = ({ source, target }: Connection) => {
    const [rail, card] = isRailId(source) ? [source, target] : [target, source];
    edits.connect(card, nameOfId(rail));
  };
  const focus = () => root.current?.focus({ preventScroll: true });
  const closeMenu = () => {
    setMenu(undefined);
    // The menu goes at once, and could not give the focus back itself.
    focus();
  };
  const active = selection.at(-1);
  const isEmpty = drawn.every(({ type }) => type !== 'machine' && type !== 'cluster');
  const isLocked = !mayEdit || problems.length > 0;
  return (
    <CanvasContext value={actions}>
      <div
        className={classes.canvas}
        data-detail={detail}
        data-wiring={isWiring || undefined}
        data-stale={problems.length > 0 || undefined}
        data-empty={isEmpty || undefined}
        // Its tools stand elsewhere on the page, but what is pressed there comes by here too.
        {...touch}
      >
        <ReactFlow<CanvasNode, Wire>
          ref={root}
          // One stop for Tab; arrows go on inside. Readers are told what they have reached.
          tabIndex={0}
          aria-label={designText.canvas(Object.keys(blueprint.elements).length)}
          aria-activedescendant={active === undefined ? undefined : idOnPage(active, blueprint)}
          onKeyDown={keys}
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onConnect={connect}
          onEdgeClick={(_, { source }) => design.select([source])}
          onPaneClick={focus}
          onNodeClick={focus}
          isValidConnection={({ source, target }) => isRailId(source) !== isRailId(target)}
          {...behaviour}
          fitViewOptions={fitOptionsFor(drawn.length)}
          nodesConnectable={!isLocked}
          nodesDraggable={!isLocked}
          colorMode={colorScheme === 'auto' ? 'system' : colorScheme}
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1} />
          <Overview count={drawn.length} />
        </ReactFlow>
        {isEmpty && mayEdit && <EmptyCanvas onScenario={onScenario} />}
        <CanvasTools onFit={view.fit} onTidy={view.tidy} onHelp={onHelp} mayEdit={!isLocked} />
        {menu && <CardMenu open={menu} onClose={closeMenu} />}
      </div>
    </CanvasContext>
  );
}

/** The whole canvas, small, once there is much on it. */
function Overview({ count }: { readonly count: number }) {
  if (count < minimapFrom) return null;
  return (
    <MiniMap
      pannable
      zoomable
      className={classes.minimap ?? ''}
      style={minimapSize}
      ariaLabel="Minimap"
    />
  );
}

function idOnPage(name: string, blueprint: ReturnType<typeof useDesign>['blueprint']): string {
  return Object.hasOwn(blueprint.elements, name) ? `card-${name}` : `rail-${name}`;
}

/** What cards do: the same object as long as nobody is given or loses a right. */
function useActions(setMenu: (menu: OpenMenu) => void): CanvasActions {
  const design = useDesign();
  const live = useLive();
  const act = useActOnElement();
  const latest = useRef({ design, act });
  latest.current = { design, act };
  const { mayEdit } = design;
  return useMemo(
    () => ({
      live,
      mayEdit,
      openConsole: (name) => latest.current.design.openConsole(name),
      retry: (name) => latest.current.act(name, 'retry'),
      select: (name) => latest.current.design.select([name]),
      openMenu: (name, button) => {
        const { left, bottom } = button.getBoundingClientRect();
        setMenu({ name, x: left, y: bottom });
      },
    }),
    [live, mayEdit, setMenu],
  );
}

function useSelectedWires(wires: readonly Wire[], selection: readonly string[]): Wire[] {
  return useMemo(() => {
    const chosen = new Set(selection);
    return wires.map((wire) => (chosen.has(wire.source) ? { ...wire, selected: true } : wire));
  }, [wires, selection]);
}
