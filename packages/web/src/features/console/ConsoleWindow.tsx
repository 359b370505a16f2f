import type { EnvironmentView, Lab } from '@labcast/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { environmentQuery } from '../../api/environments.ts';
import { labQuery } from '../../api/labs.ts';
import { KeysDialog } from '../../components/KeysDialog.tsx';
import { useKeysKey } from '../../components/useKeysKey.ts';
import { PageTitle } from '../../components/PageTitle.tsx';
import type { ConsoleAddress } from '../../routes/consoleAddress.ts';
import { ConsoleView } from './dock/ConsoleView.tsx';
import classes from './console.module.css';
import { consoleText } from './consoleText.ts';

interface ConsoleWindowProps {
  readonly address: ConsoleAddress;
  /** The way back to where all of it is; of an environment that could not be read when undefined. */
  readonly showBack: (environment: EnvironmentView | undefined) => ReactNode;
  /** What whoever works there has to know, above the console. */
  readonly showNotices: (lab: Lab) => ReactNode;
}

const askEveryMs = 5000;
const noticesEveryMs = 30_000;

/** A console that fills its window. */
export function ConsoleWindow({ address, showBack, showNotices }: ConsoleWindowProps) {
  const { console } = address;
  const [shown, setShown] = useState(console);
  const { environment, lab, isKnown } = useWhose(address);
  const [hasKeys, setKeys] = useState(false);
  useKeysKey(() => setKeys(true));
  const place = `${environment?.assignment ?? address.assignment}/${address.environment}`;
  return (
    <main className={classes.window} data-exam={lab?.isExam}>
      <PageTitle>{consoleText.title(shown.element, shown.kind, place)}</PageTitle>
      <KeysDialog
        title={consoleText.keys.title}
        sections={[{ rows: consoleText.keys.rows }]}
        isOpen={hasKeys}
        onClose={() => setKeys(false)}
      />
      {lab?.isOwn && showNotices(lab)}
      {isKnown && (
        <ConsoleView
          key={shown.kind}
          address={{ ...address, console: shown }}
          element={environment?.status.elements.find(({ name }) => name === console.element)}
          isShown
          isFocused
          isGuest={lab && !lab.isOwn}
          onLog={() => setShown({ ...console, kind: 'logs', number: 1 })}
          tools={showBack(environment)}
        />
      )}
    </main>
  );
}

/** Whoever comes to a student's console looks on at first: whose it is has to be known before it opens. */
function useWhose(address: ConsoleAddress) {
  // Asked, not followed: a browser has few connections for streams, and thirty windows would take them all.
  const found = useQuery({ ...environmentQuery(address), refetchInterval: askEveryMs });
  const environment = found.data;
  const isStudents = environment?.role === 'student';
  const lab = useQuery({
    ...labQuery(environment?.id ?? ''),
    enabled: isStudents,
    refetchInterval: noticesEveryMs,
  });
  const isKnown = found.isError || (isStudents ? !lab.isPending : environment !== undefined);
  return { environment, lab: lab.data, isKnown };
}
