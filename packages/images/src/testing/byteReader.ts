import type { Readable } from 'node:stream';

/** Takes exact numbers of bytes from a stream, whatever its chunks are. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #buffered: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** Throws when the stream ends before. */
  async take(length: number): Promise<Buffer> {
    const parts = [this.#buffered];
    let available = this.#buffered.length;
    while (available < length) {
      const next = await this.#chunks.next();
      if (next.done) throw new Error(`The stream ended ${String(length - available)} bytes early.`);
      parts.push(next.value);
      available += next.value.length;
    }
    const all = Buffer.concat(parts);
    this.#buffered = all.subarray(length);
    return all.subarray(0, length);
  }
}
