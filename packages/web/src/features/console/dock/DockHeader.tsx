import type { DockPlace } from '../../../routes/parseDesignSearch.ts';
import type { ShownConsoles } from '../../../routes/shownConsoles.ts';
import { consoleText } from '../consoleText.ts';
import type { DockChange } from './changeDock.ts';
import classes from './dock.module.css';
import { DockTabs } from './DockTabs.tsx';
import type { ElementConsoles } from './listConsoles.ts';
import { OpenMenu } from './OpenMenu.tsx';
import { PlaceButtons } from './PlaceButtons.tsx';
import { SplitButton } from './SplitButton.tsx';

interface DockHeaderProps {
  readonly available: readonly ElementConsoles[];
  readonly consoles: readonly string[];
  /** Nothing while the dock is hidden. */
  readonly shown: ShownConsoles;
  readonly place: DockPlace;
  readonly onPlaceChange: (place: DockPlace) => void;
  readonly onChange: (change: DockChange) => void;
}

/** Which consoles are open, and where they are. */
export function DockHeader(props: DockHeaderProps) {
  const { consoles, shown, place, onPlaceChange, onChange } = props;
  return (
    <header className={classes.header}>
      <DockTabs
        consoles={consoles}
        shown={shown}
        onShow={(name) => onChange({ type: 'show', name })}
        onClose={(name) => onChange({ type: 'close', name })}
      />
      <OpenMenu
        available={props.available}
        open={consoles}
        onOpen={(name) => onChange({ type: 'open', name })}
        {...(consoles.length === 0 && { label: consoleText.dock.openFirst })}
      />
      <span className={classes.space} />
      {shown.first !== undefined && (
        <SplitButton consoles={consoles} shown={shown} onChange={onChange} />
      )}
      {consoles.length > 0 && <PlaceButtons place={place} onPlaceChange={onPlaceChange} />}
    </header>
  );
}
