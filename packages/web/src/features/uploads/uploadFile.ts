import { announceUpload, askReceived, sendPart } from '../../api/uploads.ts';
import { isUnreachable, RequestError } from '../../api/RequestError.ts';
import { retryDelay } from '../../api/events/retryDelay.ts';
import type { Upload } from '@labcast/api-client';
import { hashFile } from './hashFile.ts';
import { sendParts } from './sendParts.ts';

export interface UploadProgress {
  readonly stage: 'hashing' | 'sending' | 'again';
  readonly doneBytes: number;
}

interface UploadRequest {
  readonly file: File;
  readonly name: string;
  /** Those that are there: one of the same name and size is gone on with. The checksum at its end tells other content. */
  readonly uploads: readonly Upload[];
  readonly onProgress: (progress: UploadProgress) => void;
  readonly signal: AbortSignal;
}

/** Checksum, announcement, bytes. What happens with it afterwards the server tells in its list. */
export async function uploadFile(request: UploadRequest): Promise<void> {
  const { file, name, uploads, onProgress, signal } = request;
  const sha256 = await hashFile(
    file,
    (doneBytes) => onProgress({ stage: 'hashing', doneBytes }),
    signal,
  );
  const left = uploads.find(
    (one) => one.name === name && one.state === 'receiving' && one.sizeBytes === file.size,
  );
  const { id } = left ?? (await announceUpload({ name, sizeBytes: file.size, sha256 }));
  let sent = 0;
  await sendParts(
    file,
    {
      ask: () => askReceived(id, signal),
      send: (offset, part) => sendPart(id, { offset, part, signal }),
      pauseAfter: (error, failures) => {
        if (signal.aborted || !mayHelp(error)) return undefined;
        onProgress({ stage: 'again', doneBytes: sent });
        return retryDelay(failures, Math.random());
      },
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    (doneBytes) => {
      sent = doneBytes;
      onProgress({ stage: 'sending', doneBytes });
    },
  );
}

/** A lost line and a busy server pass; a refusal stays one. A conflict means: ask where to go on. */
function mayHelp(error: unknown): boolean {
  if (isUnreachable(error)) return true;
  const status = error instanceof RequestError ? (error.status ?? 0) : 0;
  return status === 409 || status === 429 || status >= 500;
}
