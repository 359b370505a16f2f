import { Drawer, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useRef, useState, type KeyboardEvent } from 'react';
import { GreyLines } from '../../../components/GreyLines.tsx';
import { useKeysKey } from '../../../components/useKeysKey.ts';
import { PanelBoundary } from '../../../components/PanelBoundary.tsx';
import type { DesignView, DockPlace } from '../../../routes/parseDesignSearch.ts';
import type { CanvasProps } from '../canvas/Canvas.tsx';
import { useLetterKeys } from '../canvas/useLetterKeys.ts';
import { Palette } from '../create/Palette.tsx';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { ListView } from '../list/ListView.tsx';
import { SidePanel } from '../panel/SidePanel.tsx';
import { SaveAsTypeDialog } from '../types/SaveAsTypeDialog.tsx';
import { YamlEditor } from '../yaml/YamlEditor.tsx';
import { CanvasPortContext, type CanvasPort } from './CanvasPort.ts';
import { DesignBar } from './DesignBar.tsx';
import { DesignDock } from './DesignDock.tsx';
import classes from './frame.module.css';
import { HelpDialog } from './HelpDialog.tsx';
import { LabState } from './LabState.tsx';
import { Notes } from './Notes.tsx';
import { PlanBar } from './PlanBar.tsx';
import type { DesignAddress } from './useDesignAddress.ts';

const Canvas = lazy(async () => ({ default: (await import('../canvas/Canvas.tsx')).Canvas }));
const Gallery = lazy(async () => ({ default: (await import('../gallery/Gallery.tsx')).Gallery }));

const nextDock: Record<DockPlace, DockPlace> = { bottom: 'right', right: 'off', off: 'bottom' };

type Opened = 'help' | 'gallery' | 'type' | 'panel';

/** All panes of the design page, around the view that is chosen. */
export function DesignFrame({ address }: { readonly address: DesignAddress }) {
  const design = useDesign();
  const isNarrow = useIsBelow(768);
  const isCompact = useIsCompact(address);
  const [open, setOpen] = useState<Opened>();
  const [entered, setEntered] = useState<DesignView>();
  const port = useRef<CanvasPort>(null);
  const panel = useRef<HTMLElement>(null);
  const mayDraw = design.mayEdit && !isNarrow;
  const isTooNarrow = isNarrow && address.view === 'canvas';
  const view = isTooNarrow ? 'list' : address.view;
  const close = () => setOpen(undefined);
  const help = () => setOpen('help');
  useKeysKey(help, useLetterKeys()[0]);
  const editInPanel = () => {
    if (isCompact) setOpen('panel');
    else panel.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  };
  const deeds = {
    show: (next: DesignView) => {
      setEntered(next);
      address.show(next);
    },
    nextDock: () => address.setDock(nextDock[address.dock]),
    editInPanel,
  };
  const leavePanel = (event: KeyboardEvent) => {
    // An open list or a field with a draft takes Escape for itself first.
    if (event.key === 'Escape' && !event.defaultPrevented) port.current?.focus();
  };
  const insert = (text: string) => {
    close();
    design.edit([{ kind: 'insert-lab', text }], designText.steps.scenario);
    port.current?.fitSoon();
  };
  return (
    <CanvasPortContext value={port}>
      <LabState />
      <main
        className={classes.frame}
        data-dock={address.dock}
        data-compact={isCompact || undefined}
      >
        <div className={classes.work}>
          {mayDraw && <Palette onScenario={() => setOpen('gallery')} />}
          <div className={classes.middle}>
            <DesignBar
              view={view}
              views={isNarrow ? ['list', 'yaml'] : ['canvas', 'list', 'yaml']}
              onView={(next) => {
                setEntered(undefined);
                address.show(next);
              }}
              onSaveAsType={() => setOpen('type')}
              onPanel={isCompact ? () => setOpen('panel') : undefined}
            />
            <Notes onOpenYaml={view === 'yaml' ? undefined : () => address.show('yaml')} />
            {isTooNarrow && <p className={classes.narrow}>{designText.narrow}</p>}
            <div className={classes.view} data-view={view}>
              <View
                view={view}
                isEntered={entered === view}
                deeds={deeds}
                onScenario={() => setOpen('gallery')}
                onHelp={help}
              />
            </div>
            <PlanBar />
          </div>
          {!isCompact && view !== 'yaml' && (
            <aside ref={panel} className={classes.panel} onKeyDown={leavePanel}>
              <SidePanel />
            </aside>
          )}
        </div>
        <DesignDock address={address} />
      </main>
      <Dialogs open={open} onClose={close} onInsert={insert} />
    </CanvasPortContext>
  );
}

interface ViewProps {
  readonly view: DesignView;
  /** Chosen by a key: the focus goes along. */
  readonly isEntered: boolean;
  readonly deeds: CanvasProps['deeds'];
  readonly onScenario: () => void;
  readonly onHelp: () => void;
}

/** One of the three ways to see a lab; when drawing it fails, the rest of the page works on. */
function View({ view, isEntered, deeds, onScenario, onHelp }: ViewProps) {
  return (
    <PanelBoundary name={designText.views[view]} key={view}>
      {view === 'canvas' && (
        <Suspense fallback={<GreyLines label={designText.loading} count={5} height={60} />}>
          <Canvas deeds={deeds} onScenario={onScenario} onHelp={onHelp} />
        </Suspense>
      )}
      {view === 'list' && <ListView isEntered={isEntered} />}
      {view === 'yaml' && <YamlEditor isEntered={isEntered} />}
    </PanelBoundary>
  );
}

function useIsBelow(pixels: number): boolean {
  return useMediaQuery(`(max-width: ${pixels - 1}px)`, false, { getInitialValueInEffect: false });
}

/** Consoles beside the canvas take the room that palette and panel would need. */
function useIsCompact({ dock, consoles }: DesignAddress): boolean {
  const isBeside = dock === 'right' && consoles.length > 0;
  return useIsBelow(isBeside ? 1800 : 1200);
}

interface DialogsProps {
  readonly open: Opened | undefined;
  readonly onClose: () => void;
  readonly onInsert: (text: string) => void;
}

function Dialogs({ open, onClose, onInsert }: DialogsProps) {
  return (
    <>
      <Drawer opened={open === 'panel'} onClose={onClose} position="right" title={designText.panel}>
        <div className={classes.drawn}>
          <SidePanel />
        </div>
      </Drawer>
      <HelpDialog isOpen={open === 'help'} onClose={onClose} />
      <SaveAsTypeDialog isOpen={open === 'type'} onClose={onClose} />
      <Modal opened={open === 'gallery'} onClose={onClose} size="xl" title={designText.scenario}>
        <Suspense fallback={<GreyLines label={designText.loading} count={3} height={120} />}>
          <Gallery onInsert={onInsert} />
        </Suspense>
      </Modal>
    </>
  );
}
