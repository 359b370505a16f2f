import { callElement, elementPath, type ElementAddress } from '../../../api/consoles.ts';
import { retryDelay } from '../../../api/events/retryDelay.ts';
import { isUnreachable } from '../../../api/RequestError.ts';

const chunkBytes = 4 * 1024 * 1024;

export interface Upload {
  readonly address: ElementAddress;
  /** Where it goes, with its name. */
  readonly path: string;
  readonly file: Blob;
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number, isWaiting: boolean) => void;
}

/** Sends a file in pieces, and after a cut goes on where the machine's copy ends. Rejects with what was refused. */
export async function uploadFile(upload: Upload): Promise<void> {
  let sent = 0;
  let failures = 0;
  for (;;) {
    try {
      if (failures > 0) sent = await readState(upload);
      sent = await sendFrom(upload, sent, (now) => {
        failures = 0;
        sent = now;
        upload.onProgress(now, false);
      });
      return;
    } catch (error) {
      if (upload.signal.aborted || !isUnreachable(error)) throw error;
      failures += 1;
      upload.onProgress(sent, true);
      await wait(retryDelay(failures, Math.random()), upload.signal);
    }
  }
}

async function sendFrom(
  { address, path, file, signal }: Upload,
  from: number,
  tell: (sentBytes: number) => void,
): Promise<number> {
  let offset = from;
  // An empty file is one piece of nothing.
  do {
    const query = new URLSearchParams({
      path,
      offset: String(offset),
      total: String(file.size),
    });
    const piece = file.slice(offset, offset + chunkBytes);
    await callElement(`${elementPath(address)}/files?${query.toString()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: piece,
      signal,
    });
    offset += piece.size;
    tell(offset);
  } while (offset < file.size);
  return offset;
}

async function readState({ address, path, signal }: Upload): Promise<number> {
  const query = new URLSearchParams({ path });
  const url = `${elementPath(address)}/files/state?${query.toString()}`;
  const { size } = (await (await callElement(url, { signal })).json()) as { size: number };
  return size;
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
