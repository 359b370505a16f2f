import { useEffect, useState } from 'react';
import { elementPath, type ElementAddress } from '../../../api/consoles.ts';
import { splitLines } from './findLines.ts';
import { mostLines } from './logQuery.ts';
import type { LogSource } from './logSources.ts';

/** Lines that come while one looks on. The browser itself connects again when the stream is cut. */
export function useFollowedLog(
  { assignment, environment, element }: ElementAddress,
  source: LogSource,
  isFollowing: boolean,
) {
  const [lines, setLines] = useState<readonly string[]>([]);
  const [isLost, setLost] = useState(false);
  useEffect(() => setLines([]), [assignment, environment, element, source]);
  useEffect(() => {
    if (!isFollowing) return;
    const path = elementPath({ assignment, environment, element });
    const stream = new EventSource(`${path}/logs?source=${source}&lines=0&follow=1`);
    const add = ({ data }: MessageEvent<string>) => {
      setLines((before) => [...before, ...splitLines(readLine(data))].slice(-mostLines));
    };
    stream.addEventListener('message', add);
    stream.addEventListener('line', add);
    stream.addEventListener('open', () => setLost(false));
    stream.addEventListener('error', () => setLost(true));
    return () => stream.close();
  }, [assignment, environment, element, source, isFollowing]);
  return { lines, isLost };
}

/** The text itself, or `{"line": text}`. */
function readLine(data: string): string {
  if (!data.startsWith('{"line":')) return data;
  return (JSON.parse(data) as { line: string }).line;
}
