import { useEffect, useRef, useState } from 'react';
import type { ElementAddress } from '../../../api/consoles.ts';
import { joinPath } from './fileEntries.ts';
import { uploadFile } from './uploadFile.ts';

export interface UploadState {
  readonly id: number;
  readonly name: string;
  readonly sentBytes: number;
  readonly totalBytes: number;
  readonly state: 'sending' | 'waiting' | 'done' | 'failed';
  readonly error?: unknown;
}

/** Files on their way into a machine, one after another. Closing the console ends them. */
export function useUploads(address: ElementAddress, onDone: () => void) {
  const [uploads, setUploads] = useState<readonly UploadState[]>([]);
  const ends = useRef(new Map<number, AbortController>());
  const queue = useRef(Promise.resolve());
  const count = useRef(0);
  useEffect(() => {
    const running = ends.current;
    return () => {
      for (const end of running.values()) end.abort();
    };
  }, []);
  const change = (id: number, part: Partial<UploadState>) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const run = async (id: number, folder: string, file: File) => {
    const end = ends.current.get(id);
    if (!end || end.signal.aborted) return;
    try {
      await uploadFile({
        address,
        path: joinPath(folder, file.name),
        file,
        signal: end.signal,
        onProgress: (sentBytes, isWaiting) =>
          change(id, { sentBytes, state: isWaiting ? 'waiting' : 'sending' }),
      });
      change(id, { state: 'done', sentBytes: file.size });
      onDone();
    } catch (error) {
      change(id, { state: 'failed', error });
    }
  };
  return {
    uploads,
    add: (folder: string, files: readonly File[]) => {
      for (const file of files) {
        count.current += 1;
        const id = count.current;
        ends.current.set(id, new AbortController());
        const state = { id, name: file.name, sentBytes: 0, totalBytes: file.size } as const;
        setUploads((all) => [...all, { ...state, state: 'sending' }]);
        queue.current = queue.current.then(() => run(id, folder, file));
      }
    },
    dismiss: (id: number) => {
      ends.current.get(id)?.abort();
      ends.current.delete(id);
      setUploads((all) => all.filter((each) => each.id !== id));
    },
  };
}
