import type { Lab } from '@labcast/api-client';
import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useLiveLab, useRunChecks } from '../../api/labs.ts';
import { writeConsoleName } from '../../routes/consoleName.ts';
import { PageTitle } from '../../components/PageTitle.tsx';
import { ResizeHandle } from '../console/dock/ResizeHandle.tsx';
import { ToolButton } from '../console/frame/ToolButton.tsx';
import { sendToTerminal } from '../console/terminal/terminalInput.ts';
import { usePresence } from '../designer/frame/usePresence.ts';
import { GuidePane } from './guide/GuidePane.tsx';
import classes from './lab.module.css';
import { LabConsoles } from './LabConsoles.tsx';
import { LabHead } from './LabHead.tsx';
import { LabStart } from './LabStart.tsx';
import { LabNotices } from './notices/LabNotices.tsx';
import { isClosed } from './isClosed.ts';
import { labText } from './labText.ts';
import { useLabAddress, type LabAddress } from './useLabAddress.ts';
import { useLabKeys } from './useLabKeys.ts';

interface LabDeskProps {
  readonly lab: Lab;
  /** Of the caller, to tell the others. */
  readonly personId: string | undefined;
}

/** One lab to work in: instructions, consoles, checks. */
export function LabDesk({ lab, personId }: LabDeskProps) {
  useLiveLab(lab);
  const address = useLabAddress();
  const { assignment, environment } = lab.environment;
  const path = { assignment, environment };
  const present = usePresence(path, true);
  const others = present.filter(({ id }) => id !== personId).map(({ name }) => name);
  const checks = useRunChecks(path);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useLocalStorage({
    key: 'labcast-guide',
    defaultValue: 36,
    getInitialValueInEffect: false,
  });
  const isOpen = hasConsoles(lab);
  const opened = useFirstConsole(lab, address, isOpen);
  const runInTerminal = (element: string, code: string) => {
    const name = writeConsoleName({ element, kind: 'terminal', number: 1 });
    address.setConsoles([...new Set([...address.consoles, name])], name);
    sendToTerminal({ ...path, element }, code);
  };
  const onKeyDown = useLabKeys(address, () => checks.mutate(undefined));
  return (
    <main className={classes.desk} data-exam={lab.isExam}>
      <PageTitle>{lab.title}</PageTitle>
      <LabHead lab={lab} others={others} />
      <LabNotices lab={lab} />
      <div ref={box} className={classes.panes} onKeyDown={onKeyDown} role="presentation">
        {isClosed(lab) ? null : address.isGuideOff ? (
          <div className={classes.unfold}>
            <ToolButton onClick={() => address.setGuideOff(false)}>
              {labText.guide.unfold}
            </ToolButton>
          </div>
        ) : (
          <>
            <div className={classes.guide} style={{ flexBasis: `${width}%` }}>
              <GuidePane
                instructions={lab.instructions}
                checks={lab.checks}
                step={address.step}
                onStep={address.setStep}
                onFold={() => address.setGuideOff(true)}
                terminals={isOpen ? terminalsOf(lab) : []}
                onRun={runInTerminal}
                running={checks.isPending ? (checks.variables ?? 'all') : undefined}
                error={checks.error}
                onCheck={
                  lab.environment.wanted === 'running' && !isClosed(lab) ? checks.mutate : undefined
                }
              />
            </div>
            <div className={classes.handle}>
              <ResizeHandle
                label={labText.guide.resize}
                between="columns"
                size={width}
                isAfter={false}
                box={() => box.current}
                onSize={setWidth}
              />
            </div>
          </>
        )}
        {isOpen ? (
          <LabConsoles lab={lab} address={address} opened={opened} />
        ) : (
          <LabStart lab={lab} />
        )}
      </div>
    </main>
  );
}

/** One machine that works is worth its console, whatever the others do. */
function hasConsoles(lab: Lab): boolean {
  const { environment, isFrozen } = lab;
  if (environment.wanted !== 'running' || isFrozen || isClosed(lab)) return false;
  return environment.status.elements.some(
    ({ kind, state }) => kind !== 'gateway' && (state === 'ready' || state === 'attention'),
  );
}

/** Elements with a terminal in which code of the instructions can be run. */
function terminalsOf(lab: Lab): string[] {
  return lab.consoles
    .filter(({ kinds }) => kinds.includes('terminal'))
    .map(({ element }) => element);
}

/** Opens the first console by itself, once, as soon as there is one; it gets the focus. */
function useFirstConsole(lab: Lab, address: LabAddress, isOpen: boolean): string | undefined {
  const [first] = lab.consoles.flatMap(({ element, kinds }) =>
    kinds.slice(0, 1).map((kind) => writeConsoleName({ element, kind, number: 1 })),
  );
  const isDone = useRef(false);
  const [opened, setOpened] = useState<string>();
  useEffect(() => {
    if (!isOpen || isDone.current || first === undefined) return;
    isDone.current = true;
    if (address.consoles.length > 0) return;
    address.setConsoles([first], first);
    setOpened(first);
  }, [isOpen, first, address]);
  return opened;
}
