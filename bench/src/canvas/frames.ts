import type { Page } from 'playwright-core';
import { percentile, statistics } from '../statistics.ts';

interface Recorded {
  /** Milliseconds from each frame to the next. */
  readonly frames: number[];
  /** Of tasks that held the page up for more than 50 ms. */
  readonly longTasks: number[];
}

declare global {
  interface Window {
    stopRecording: () => Recorded;
  }
}

/** Prints how evenly the page draws while something happens on it. */
export async function measureFrames(
  page: Page,
  what: string,
  happening: () => Promise<void>,
): Promise<void> {
  await page.evaluate(record);
  await happening();
  const { frames, longTasks } = await page.evaluate(() => window.stopRecording());
  const { median, maximum } = statistics(frames);
  const longest = Math.max(0, ...longTasks);
  console.log(
    `  ${what.padEnd(34)} ${String(frames.length).padStart(4)} frames  median ${median.toFixed(1)}` +
      `  p95 ${percentile(frames, 95).toFixed(1)}  max ${maximum.toFixed(1)} ms` +
      `  tasks over 50 ms: ${String(longTasks.length)}, longest ${longest.toFixed(0)} ms`,
  );
}

/** Runs in the page. */
function record(): void {
  const frames: number[] = [];
  const longTasks: number[] = [];
  let last = performance.now();
  let isRecording = true;
  const frame = (now: number) => {
    if (!isRecording) return;
    frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame((now) => {
    last = now;
    requestAnimationFrame(frame);
  });
  const keep = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longTasks.push(duration);
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'longtask' });
  window.stopRecording = () => {
    isRecording = false;
    keep(observer.takeRecords());
    observer.disconnect();
    return { frames, longTasks };
  };
}
