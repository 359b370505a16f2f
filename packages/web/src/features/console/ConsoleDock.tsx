import type { Blueprint, ElementStatus } from '@labcast/domain';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef, type KeyboardEvent } from 'react';
import { imagesQuery } from '../../api/catalogue.ts';
import type { EnvironmentAddress } from '../../api/environments.ts';
import type { DockPlace } from '../../routes/parseDesignSearch.ts';
import { parseShownConsoles, writeShownConsoles } from '../../routes/shownConsoles.ts';
import { consoleText } from './consoleText.ts';
import { DockHeader } from './dock/DockHeader.tsx';
import { DockPanes } from './dock/DockPanes.tsx';
import { listConsoles } from './dock/listConsoles.ts';
import { ResizeHandle } from './dock/ResizeHandle.tsx';
import { changeDock, type DockChange } from './dock/changeDock.ts';
import classes from './dock/dock.module.css';
import { useOpened } from './dock/useOpened.ts';

export interface ConsoleDockProps {
  readonly address: EnvironmentAddress;
  readonly elements: readonly ElementStatus[];
  readonly blueprint: Blueprint | undefined;
  /** Open ones, such as `web.terminal`. */
  readonly consoles: readonly string[];
  /** What of them is shown: one, or two as `web.terminal~vm.screen`. */
  readonly active?: string | undefined;
  /** One that was just opened from outside of the dock: it takes the focus when it is up. */
  readonly opened?: { readonly name: string } | undefined;
  readonly onChange: (consoles: readonly string[], active?: string) => void;
  readonly place: DockPlace;
  readonly onPlaceChange: (place: DockPlace) => void;
}

/** Consoles below or beside the page, as large as one makes them. All that is open stands in the page's address. */
export function ConsoleDock(props: ConsoleDockProps) {
  const { elements, blueprint, consoles, place, onPlaceChange } = props;
  const dock = useRef<HTMLElement>(null);
  const images = useQuery(imagesQuery).data?.images ?? [];
  const [sizes, setSizes] = useLocalStorage({
    key: 'labcast-dock',
    defaultValue: { bottom: 40, right: 45 },
    getInitialValueInEffect: false,
  });
  const [opened, setOpened] = useOpened(props.opened);
  const shown = parseShownConsoles(props.active, consoles);
  const change = (deed: DockChange) => {
    const next = changeDock({ consoles, shown }, deed);
    if (deed.type === 'open') setOpened(deed.name);
    if (deed.type !== 'close' && place === 'off') onPlaceChange('bottom');
    props.onChange(next.consoles, writeShownConsoles(next.shown));
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const name = consoles[numberOf(event) - 1];
    if (name === undefined) return;
    event.preventDefault();
    change({ type: 'open', name });
  };
  const isOff = place === 'off' || consoles.length === 0;
  const size = place === 'right' ? sizes.right : sizes.bottom;
  const seen = isOff ? {} : shown;
  return (
    <section
      ref={dock}
      className={classes.dock}
      onKeyDown={onKey}
      data-place={isOff ? 'off' : place}
      style={isOff ? undefined : { flexBasis: `${size}%` }}
      aria-label={consoleText.dock.label}
    >
      {!isOff && (
        <ResizeHandle
          label={consoleText.dock.resize}
          between={place === 'right' ? 'columns' : 'rows'}
          size={size}
          isAfter
          box={() => dock.current?.parentElement}
          onSize={(percent) => setSizes({ ...sizes, [place]: percent })}
        />
      )}
      <div className={classes.inside}>
        <DockHeader
          available={listConsoles(elements, blueprint, images)}
          consoles={consoles}
          shown={seen}
          place={place}
          onPlaceChange={onPlaceChange}
          onChange={change}
        />
        <DockPanes
          address={props.address}
          elements={elements}
          consoles={consoles}
          shown={seen}
          opened={opened}
          onChange={change}
        />
      </div>
    </section>
  );
}

/** Which console a digit means: after Ctrl+Alt+Shift the focus is on a button here, and no letter belongs to a machine. */
function numberOf({ key, ctrlKey, altKey, metaKey, target }: KeyboardEvent): number {
  const isOnButton = target instanceof HTMLElement && target.matches('button, [role="separator"]');
  return isOnButton && !ctrlKey && !altKey && !metaKey && /^[1-9]$/.test(key) ? Number(key) : 0;
}
