import type { HashMessage } from './hashFile.worker.ts';

/** SHA-256 of a file of any size in hexadecimal, reckoned beside the page so that the page stays quick. */
export function hashFile(
  file: File,
  onProgress: (doneBytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const worker = new Worker(new URL('./hashFile.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<string>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<HashMessage>) => {
      if ('doneBytes' in data) onProgress(data.doneBytes);
      else if ('sha256' in data) resolve(data.sha256);
      else reject(new Error(data.error));
    });
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
