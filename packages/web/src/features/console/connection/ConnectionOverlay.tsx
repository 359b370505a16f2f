import type { ElementStatus } from '@labcast/domain';
import { Button, Code, Collapse, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { ConsoleAddress } from '../../../routes/consoleAddress.ts';
import { useNow } from '../../../components/useNow.ts';
import classes from './overlay.module.css';
import { StartElement } from './StartElement.tsx';
import type { ConsoleLine } from './ConsoleLine.ts';
import { isLasting, shownOutage, type Line, type Outage } from './line.ts';
import { describeNextTry, describeOutage, lineAge, outageText } from './outageText.ts';

interface ConnectionOverlayProps {
  readonly line: Line;
  readonly connection: ConsoleLine;
  readonly address: ConsoleAddress;
  readonly element: ElementStatus | undefined;
  /** Keys were typed since the line was lost. */
  readonly isTyping: boolean;
  readonly onLog: (() => void) | undefined;
  /** Puts the focus back into the machine. */
  readonly onEnter: () => void;
}

/** Over the dimmed last picture, after the first second: why nothing new comes, and what can be done. */
export function ConnectionOverlay(props: ConnectionOverlayProps) {
  const { line, address } = props;
  const now = useNow(line.phase !== 'open');
  const outage = shownOutage(line, now);
  if (!outage) return null;
  const words = describeOutage(outage, address.console.element, lineAge(line, now));
  const mayType = props.isTyping && !isLasting(outage);
  const next = describeNextTry(line, now);
  return (
    <div className={classes.overlay} data-outage={outage.kind}>
      <div className={classes.message}>
        <div role="status">
          <Text fw={600}>{words.title}</Text>
          {words.text !== undefined && <Text size="sm">{words.text}</Text>}
        </div>
        {next !== undefined && <Text size="sm">{next}</Text>}
        {mayType && <Text size="sm">{outageText.dropped}</Text>}
        <OutageDeeds {...props} outage={outage} />
      </div>
    </div>
  );
}

type DeedsProps = ConnectionOverlayProps & { readonly outage: Outage };

function OutageDeeds(props: DeedsProps) {
  const { outage, connection, line, address } = props;
  const [isOpen, setOpen] = useState(false);
  const retry = (label: string) => (
    <Button
      size="xs"
      onClick={() => {
        connection.retry();
        props.onEnter();
      }}
    >
      {label}
    </Button>
  );
  if (outage.kind === 'ended')
    return <Group className={classes.deeds ?? ''}>{retry(outageText.newShell)}</Group>;
  if (outage.kind === 'gone') return null;
  if (outage.kind === 'signed-out') {
    const to = location.pathname + location.search;
    return (
      <Group className={classes.deeds ?? ''}>
        <Button size="xs" component="a" href={`/sign-in?to=${encodeURIComponent(to)}`}>
          {outageText.signIn}
        </Button>
      </Group>
    );
  }
  if (outage.kind.startsWith('machine-')) return <MachineDeeds {...props} />;
  return (
    <>
      <Group className={classes.deeds ?? ''} gap="sm">
        {retry(outageText.tryNow)}
        <Button size="xs" variant="default" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {outageText.details}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <Code block mt="sm">
          {[
            `Console ${address.assignment}/${address.environment} ${address.console.element}`,
            `Lost ${new Date(line.since).toLocaleString()}`,
            `Connection ${line.attempt}, reason ${outage.kind}`,
          ].join('\n')}
        </Code>
      </Collapse>
    </>
  );
}

/** Of a machine that is not up. While it is made there is nothing to start or to try. */
function MachineDeeds({ outage, address, onLog }: DeedsProps) {
  return (
    <Group className={classes.deeds ?? ''} gap="sm">
      {outage.kind !== 'machine-busy' && <StartElement address={address} />}
      {onLog && (
        <Button size="xs" variant="default" onClick={onLog}>
          {outageText.log}
        </Button>
      )}
    </Group>
  );
}
