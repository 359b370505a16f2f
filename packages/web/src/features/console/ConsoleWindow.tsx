import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { environmentQuery } from '../../api/environments.ts';
import { PageTitle } from '../../components/PageTitle.tsx';
import type { ConsoleAddress } from '../../routes/consoleAddress.ts';
import { ConsoleView } from './dock/ConsoleView.tsx';
import classes from './console.module.css';
import { consoleText } from './consoleText.ts';

interface ConsoleWindowProps {
  readonly address: ConsoleAddress;
  /** The way back to the lab. */
  readonly back: ReactNode;
}

const askEveryMs = 5000;

/** A console that fills its window. */
export function ConsoleWindow({ address, back }: ConsoleWindowProps) {
  const { console } = address;
  const [shown, setShown] = useState(console);
  // Asked, not followed: a browser has few connections for streams, and thirty windows would take them all.
  const environment = useQuery({ ...environmentQuery(address), refetchInterval: askEveryMs }).data;
  const place = `${environment?.assignment ?? address.assignment}/${address.environment}`;
  return (
    <main className={classes.window}>
      <PageTitle>{consoleText.title(shown.element, shown.kind, place)}</PageTitle>
      <ConsoleView
        key={shown.kind}
        address={{ ...address, console: shown }}
        element={environment?.status.elements.find(({ name }) => name === console.element)}
        isShown
        isFocused
        onLog={() => setShown({ ...console, kind: 'logs', number: 1 })}
        tools={back}
      />
    </main>
  );
}
