import type { Lab } from '@labcast/api-client';
import { useState } from 'react';
import { parseShownConsoles, writeShownConsoles } from '../../routes/shownConsoles.ts';
import { changeDock, type DockChange } from '../console/dock/changeDock.ts';
import dock from '../console/dock/dock.module.css';
import { DockPanes } from '../console/dock/DockPanes.tsx';
import { DockTabs } from '../console/dock/DockTabs.tsx';
import { OpenMenu } from '../console/dock/OpenMenu.tsx';
import { SplitButton } from '../console/dock/SplitButton.tsx';
import classes from './lab.module.css';
import { labText } from './labText.ts';
import type { LabAddress } from './useLabAddress.ts';

interface LabConsolesProps {
  readonly lab: Lab;
  readonly address: LabAddress;
  /** That one wants to type in. */
  readonly opened: string | undefined;
}

/** The consoles of a lab in tabs; whoever is only a guest looks on until taking control. */
export function LabConsoles({ lab, address, opened }: LabConsolesProps) {
  const { assignment, environment } = lab.environment;
  const { consoles } = address;
  const shown = parseShownConsoles(address.shown, consoles);
  const [chosen, setChosen] = useState<string>();
  const change = (deed: DockChange) => {
    const next = changeDock({ consoles, shown }, deed);
    if (deed.type === 'open') setChosen(deed.name);
    address.setConsoles(next.consoles, writeShownConsoles(next.shown));
  };
  return (
    <section className={classes.consoles} aria-label={labText.consoles.label}>
      <header className={dock.header}>
        <DockTabs
          consoles={consoles}
          shown={shown}
          onShow={(name) => change({ type: 'show', name })}
          onClose={(name) => change({ type: 'close', name })}
        />
        <OpenMenu
          available={lab.consoles}
          open={consoles}
          onOpen={(name) => change({ type: 'open', name })}
        />
        <span className={dock.space} />
        {shown.first !== undefined && (
          <SplitButton consoles={consoles} shown={shown} onChange={change} />
        )}
      </header>
      {consoles.length === 0 && <p className={classes.noConsole}>{labText.consoles.none}</p>}
      <DockPanes
        address={{ assignment, environment }}
        elements={lab.environment.status.elements}
        consoles={consoles}
        shown={shown}
        opened={chosen ?? opened}
        isGuest={!lab.isOwn && !address.hasControl}
        onChange={change}
      />
    </section>
  );
}
