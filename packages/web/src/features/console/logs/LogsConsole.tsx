import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { elementPath } from '../../../api/consoles.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { GreyLines } from '../../../components/GreyLines.tsx';
import classes from '../console.module.css';
import type { ConsolePaneProps } from '../consolePane.ts';
import { consoleText } from '../consoleText.ts';
import { ConsoleToolbar } from '../frame/ConsoleToolbar.tsx';
import { ToolButton } from '../frame/ToolButton.tsx';
import { findLines } from './findLines.ts';
import { LogBar } from './LogBar.tsx';
import { LogLines } from './LogLines.tsx';
import { logQuery, mostLines } from './logQuery.ts';
import { logSources, type LogSource } from './logSources.ts';
import { useFollowedLog } from './useFollowedLog.ts';

const text = consoleText.logs;

/** What the machine, or Labcast about it, has written. */
export default function LogsConsole({ address, element, tools, isShown }: ConsolePaneProps) {
  const { assignment, environment, console } = address;
  const target = { assignment, environment, element: console.element };
  const sources = useSources(element);
  const [chosen, setSource] = useState<LogSource>();
  const source = chosen ?? sources[0];
  const [sought, setSought] = useState('');
  const [current, setCurrent] = useState(0);
  const [isFollowing, setFollowing] = useState(true);
  const toolbar = useRef<HTMLDivElement>(null);
  const lines = useRef<HTMLDivElement>(null);
  const log = useQuery(logQuery(target, source));
  const followed = useFollowedLog(target, source, isFollowing && isShown && log.isSuccess);
  const all = [...(log.data ?? []), ...followed.lines];
  const found = findLines(all, sought);
  const name = consoleText.name(console.element, console.kind, console.number);
  const download = `${elementPath(target)}/logs?source=${source}&lines=${mostLines}`;
  return (
    <div className={classes.pane}>
      <ConsoleToolbar name={name} toolbarRef={toolbar} onEnter={() => lines.current?.focus()}>
        {sources.map((each) => (
          <ToolButton key={each} isOn={each === source} onClick={() => setSource(each)}>
            {text.sources[each]}
          </ToolButton>
        ))}
        <Button
          component="a"
          size="compact-xs"
          variant="subtle"
          fw={400}
          href={download}
          download={`${console.element}-${source}.log`}
        >
          {text.download}
        </Button>
        {tools}
      </ConsoleToolbar>
      <LogBar
        sought={sought}
        count={found.length}
        isLost={followed.isLost}
        isFollowing={isFollowing}
        onSeek={(next) => {
          setSought(next);
          setCurrent(0);
        }}
        onNext={() => setCurrent((current + 1) % Math.max(1, found.length))}
        onFollow={setFollowing}
      />
      {log.isSuccess && all.length > 0 ? (
        <LogLines
          ref={lines}
          lines={all}
          found={found}
          current={found[current]}
          isFollowing={isFollowing}
        />
      ) : (
        <div className={classes.content}>
          {log.isPending && <GreyLines label={text.loading} count={6} height={16} />}
          {log.isSuccess && text.empty}
          {log.isError && (
            <ErrorPanel error={log.error} title={text.failed} onRetry={() => void log.refetch()} />
          )}
        </div>
      )}
    </div>
  );
}

/** Stay as they are when what failed is tried again: tabs do not change places under the pointer. */
function useSources(element: ConsolePaneProps['element']) {
  const hasFailed = useRef(false);
  if (element?.state === 'failed') hasFailed.current = true;
  return logSources(element?.kind, hasFailed.current);
}
