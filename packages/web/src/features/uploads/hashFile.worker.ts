import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The browser's own digest wants the whole file in memory; a disk is larger than that. */
const partBytes = 4 * 1024 ** 2;

export type HashMessage =
  { readonly doneBytes: number } | { readonly sha256: string } | { readonly error: string };

self.addEventListener('message', ({ data: file }: MessageEvent<File>) => {
  hash(file).then(
    (digest) => tell({ sha256: digest }),
    (error: unknown) => tell({ error: String(error) }),
  );
});

const tell = (message: HashMessage) => self.postMessage(message);

async function hash(file: File): Promise<string> {
  const digest = sha256.create();
  for (let offset = 0; offset < file.size; offset += partBytes) {
    digest.update(new Uint8Array(await file.slice(offset, offset + partBytes).arrayBuffer()));
    tell({ doneBytes: Math.min(file.size, offset + partBytes) });
  }
  return bytesToHex(digest.digest());
}
