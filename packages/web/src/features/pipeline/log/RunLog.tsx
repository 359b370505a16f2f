import type { Run, RunStage } from '@labcast/api-client';
import { useWindowEvent } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { isShortcut } from '../../../components/isShortcut.ts';
import { saveFile } from '../../../components/saveFile.ts';
import { pipelineText } from '../pipelineText.ts';
import { FoldHead } from './FoldHead.tsx';
import classes from './log.module.css';
import { LogLine } from './LogLine.tsx';
import { logRows, printLog } from './logRows.ts';
import { LogTools } from './LogTools.tsx';
import { useFollowing } from './useFollowing.ts';
import { useLogWalk } from './useLogWalk.ts';
import { useRunLog } from './useRunLog.ts';

const text = pipelineText.log;
/** As high as a target for fingers has to be: each line is a link. */
const lineHeight = 24;

interface RunLogProps {
  readonly assignment: string;
  readonly run: Run;
  readonly stage: RunStage;
}

/** The log of one stage: follows while one is at its end, folds by copy, finds, and goes from error to error. */
export function RunLog({ assignment, run, stage }: RunLogProps) {
  const { name, attempt, startedAt } = stage;
  const { lines, error, read } = useRunLog({
    assignment,
    run: run.number,
    stage: name,
    attempt,
    isRunning: stage.state === 'running',
  });
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => logRows(lines, folded), [lines, folded]);
  const box = useRef<HTMLDivElement>(null);
  const findField = useRef<HTMLInputElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    overscan: 30,
  });
  const following = useFollowing(box, rows.length, (index) => virtual.scrollToIndex(index));
  const walk = useLogWalk(rows, (index) => {
    following.stop();
    virtual.scrollToIndex(index, { align: 'center' });
  });
  useLogKeys(rows.length > 0, { find: () => findField.current?.select(), next: walk.nextError });
  if (error !== undefined && lines.length === 0)
    return <ErrorPanel error={error} title={text.unread} onRetry={() => void read()} />;
  const file = `run-${run.number}-${name}-${attempt}.log`;
  const download = () => saveFile(file, 'text/plain', printLog(lines));
  return (
    <div>
      <LogTools
        walk={walk}
        following={following}
        findField={findField}
        onDownload={lines.length > 0 ? download : undefined}
      />
      <div
        ref={box}
        className={classes.log}
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={text.label}
        onScroll={following.onScroll}
      >
        {lines.length === 0 && <p className={classes.empty}>{text.empty}</p>}
        <div style={{ position: 'relative', height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <div
                key={index}
                className={classes.row}
                style={{ top: start, height: lineHeight }}
                data-current={index === walk.current || undefined}
                data-found={walk.found.includes(index) || undefined}
              >
                {row.kind === 'fold' ? (
                  <FoldHead row={row} onToggle={() => setFolded(toggled(folded, row.key))} />
                ) : (
                  <LogLine
                    line={row.line}
                    number={row.number}
                    startedAt={startedAt === undefined ? undefined : Date.parse(startedAt)}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** N goes to the next error; the browser's own finding sees only the lines that are drawn, so that ours takes its key. */
function useLogKeys(hasLines: boolean, deeds: { find: () => void; next: () => void }): void {
  useWindowEvent('keydown', (event) => {
    const key = event.key.toLowerCase();
    const isFind = key === 'f' && !event.shiftKey && (event.ctrlKey || event.metaKey);
    if (isFind && hasLines) {
      event.preventDefault();
      deeds.find();
    } else if (key === 'n' && isShortcut(event)) deeds.next();
  });
}
