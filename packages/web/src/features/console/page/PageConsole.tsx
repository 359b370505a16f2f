import { Button, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { callElement, elementPath } from '../../../api/consoles.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { GreyLines } from '../../../components/GreyLines.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { elementOutage } from '../connection/judgeOutage.ts';
import classes from '../console.module.css';
import type { ConsolePaneProps } from '../consolePane.ts';
import { consoleText } from '../consoleText.ts';
import { ConsoleToolbar } from '../frame/ConsoleToolbar.tsx';
import { useMayCopyOut } from '../useClipboardRule.ts';
import { ToolButton } from '../frame/ToolButton.tsx';

const text = consoleText.page;
/** All that a page of its own may do, but to lead this one away. */
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads';
const allowFor = (mayCopyOut: boolean) =>
  `clipboard-read; fullscreen; autoplay${mayCopyOut ? '; clipboard-write' : ''}`;

/** The running page of an app, on an origin of its own. */
export default function PageConsole(props: ConsolePaneProps) {
  const { address, element, tools, onLog } = props;
  const { assignment, environment, console } = address;
  const target = { assignment, environment, element: console.element };
  const frame = useRef<HTMLIFrameElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const mayCopyOut = useMayCopyOut(address);
  const isUp = element !== undefined && !elementOutage(element);
  const entry = useQuery({
    queryKey: ['environments', assignment, environment, 'page', console.element],
    queryFn: () => enterPage(target),
    enabled: isUp,
    // An address leads in once: it is asked for when it is needed, and not kept.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  const name = consoleText.name(console.element, console.kind, console.number);
  const openWindow = () => {
    // Opened before the answer, or the browser takes it for a page that opens windows by itself.
    const opened = window.open('about:blank');
    enterPage(target).then(
      (url) => {
        if (opened) opened.location.href = url;
      },
      () => opened?.close(),
    );
  };
  return (
    <div className={classes.pane}>
      <ConsoleToolbar name={name} toolbarRef={toolbar} onEnter={() => frame.current?.focus()}>
        <ToolButton onClick={() => void entry.refetch()} disabled={!isUp}>
          {text.reload}
        </ToolButton>
        <ToolButton onClick={openWindow} disabled={!isUp}>
          {text.open}
        </ToolButton>
        {onLog && <ToolButton onClick={onLog}>{text.log}</ToolButton>}
        {tools}
      </ConsoleToolbar>
      {element && !isUp && <PageAway {...props} element={element} />}
      {entry.isError && isUp && (
        <div className={classes.content}>
          <ErrorPanel
            error={entry.error}
            title={text.failed(console.element)}
            onRetry={() => void entry.refetch()}
          />
        </div>
      )}
      {entry.isPending && (isUp || !element) && (
        <div className={classes.content}>
          <GreyLines label={text.loading(console.element)} count={4} height={24} />
        </div>
      )}
      {entry.data !== undefined && isUp && (
        <iframe
          ref={frame}
          key={entry.dataUpdatedAt}
          className={classes.page}
          src={entry.data}
          title={text.frame(console.element)}
          sandbox={sandbox}
          allow={allowFor(mayCopyOut)}
        />
      )}
    </div>
  );
}

async function enterPage(target: Parameters<typeof elementPath>[0]): Promise<string> {
  const response = await callElement(`${elementPath(target)}/page`, { method: 'POST' });
  return ((await response.json()) as { url: string }).url;
}

type PageAwayProps = ConsolePaneProps & {
  readonly element: NonNullable<ConsolePaneProps['element']>;
};

/** In place of a blank frame: where the page would be, in what state its program is, and where to look. */
function PageAway({ element, onLog }: PageAwayProps) {
  const port = URL.parse(element.url ?? '')?.port;
  return (
    <Stack gap="sm" className={classes.content} align="flex-start" role="status">
      <Title order={2}>{text.failed(element.name)}</Title>
      <StateBadge state={element.state} />
      <List size="sm">
        {port !== undefined && (
          <List.Item>
            {text.port}: {port === '' ? '80' : port}
          </List.Item>
        )}
        {element.instances.length > 0 && (
          <List.Item>
            {text.process}: {element.instances.join(', ')}
          </List.Item>
        )}
        <List.Item>
          {text.why}: {element.reason ?? text.noReason}
        </List.Item>
      </List>
      <Text size="sm">{text.byItself}</Text>
      {onLog && (
        <Button size="xs" variant="default" onClick={onLog}>
          {text.log}
        </Button>
      )}
    </Stack>
  );
}
