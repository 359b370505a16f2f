import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import classes from '../console.module.css';
import { consoleText } from '../consoleText.ts';

interface LogLinesProps {
  readonly lines: readonly string[];
  /** Indices of those that contain what is sought. */
  readonly found: readonly number[];
  /** The one of them that is looked at. */
  readonly current: number | undefined;
  readonly isFollowing: boolean;
  readonly ref: Ref<HTMLDivElement | null>;
}

const lineHeight = 18;

/** Only the lines that are seen are in the page. */
export function LogLines({ lines, found, current, isFollowing, ref }: LogLinesProps) {
  const box = useRef<HTMLDivElement>(null);
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => box.current);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  const target = current ?? (isFollowing && found.length === 0 ? lines.length - 1 : undefined);
  useEffect(() => {
    if (target !== undefined && target >= 0)
      rows.scrollToIndex(target, { align: current === undefined ? 'end' : 'center' });
  }, [rows, target, current]);
  return (
    <div
      ref={box}
      className={classes.log}
      tabIndex={0}
      role="log"
      aria-label={consoleText.logs.lines}
    >
      <div style={{ position: 'relative', height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            className={classes.logLine}
            style={{ top: start }}
            data-found={found.includes(index)}
            data-current={index === current}
          >
            {lines[index] === '' ? '\u00a0' : lines[index]}
          </div>
        ))}
      </div>
    </div>
  );
}
