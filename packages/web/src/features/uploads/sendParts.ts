/** How parts travel, and how far the server says it is. */
export interface PartCarrier {
  /** Sends the bytes from `offset` on; answers where to go on. Throws when it did not arrive. */
  readonly send: (offset: number, part: Blob) => Promise<number>;
  /** How much has arrived. */
  readonly ask: () => Promise<number>;
  /** Whether another try may help, and after how long. */
  readonly pauseAfter: (error: unknown, failures: number) => number | undefined;
  readonly pause: (milliseconds: number) => Promise<void>;
}

const partBytes = 8 * 1024 ** 2;

/** Sends a file from where it was left, through lost lines and restarts, until all of it has arrived. */
export async function sendParts(
  file: Pick<Blob, 'size' | 'slice'>,
  carrier: PartCarrier,
  onProgress: (sentBytes: number) => void,
): Promise<void> {
  let offset = await carrier.ask();
  let failures = 0;
  onProgress(offset);
  while (offset < file.size) {
    try {
      offset = await carrier.send(offset, file.slice(offset, offset + partBytes));
      failures = 0;
    } catch (error) {
      const wait = carrier.pauseAfter(error, failures);
      if (wait === undefined) throw error;
      failures += 1;
      await carrier.pause(wait);
      // The answer may have been lost and not the part.
      offset = await carrier.ask().catch(() => offset);
    }
    onProgress(offset);
  }
}
