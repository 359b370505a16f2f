import { useEffect, useRef, useState } from 'react';
import { elementPath, type ElementAddress } from '../../../api/consoles.ts';
import { cutAfterLastLine, splitLines } from './findLines.ts';
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
  const rest = useRef('');
  useEffect(() => setLines([]), [assignment, environment, element, source]);
  useEffect(() => {
    if (!isFollowing) return;
    const path = elementPath({ assignment, environment, element });
    const stream = new EventSource(`${path}/logs?source=${source}&lines=0&follow=1`);
    stream.addEventListener('line', ({ data }: MessageEvent<string>) => {
      const { line } = JSON.parse(data) as { line: string };
      // Pieces end anywhere: what has no end yet waits for the next one.
      const [whole, open] = cutAfterLastLine(rest.current + line);
      rest.current = open;
      setLines((before) => [...before, ...splitLines(whole)].slice(-mostLines));
    });
    stream.addEventListener('open', () => setLost(false));
    stream.addEventListener('error', () => setLost(true));
    return () => stream.close();
  }, [assignment, environment, element, source, isFollowing]);
  return { lines, isLost };
}
