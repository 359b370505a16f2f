import { Readable, Writable } from 'node:stream';
import type { RawData, WebSocket } from 'ws';

/** A stream that others fill from a socket, which is read no further while nobody takes it. */
export interface Received {
  readonly stream: Readable;
  push(bytes: Buffer | null): void;
}

export function receivedStream(socket: WebSocket): Received {
  const stream = new Readable({ read: () => socket.resume() });
  // An error without a reader is the other end's going away, which `exitCode` or the close tells too.
  stream.on('error', () => undefined);
  return {
    stream,
    push(bytes) {
      if (stream.destroyed || stream.readableEnded) return;
      if (!stream.push(bytes) && bytes !== null) socket.pause();
    },
  };
}

/** Sends what is written, each piece made into a frame; its end is a frame made of nothing. */
export function sendingStream(
  socket: WebSocket,
  toFrame: (bytes: Uint8Array) => Uint8Array,
): Writable {
  return new Writable({
    write: (bytes: Buffer, _encoding, done) => sendInPieces(socket, bytes, toFrame, done),
    final: (done) => sendInPieces(socket, Buffer.alloc(0), toFrame, done),
  });
}

/** The server takes frames of at most 1 MiB. */
const largestPiece = 256 * 1024;

/**
 * Sends bytes in frames of a size that the server takes, and calls `done` when the kernel has the last of them; no bytes
 * are one empty frame.
 */
export function sendInPieces(
  socket: WebSocket,
  bytes: Buffer,
  toFrame: (piece: Uint8Array) => Uint8Array,
  done: () => void,
): void {
  // Who writes to something that has ended is told nothing: the end itself is told on the other side.
  if (socket.readyState !== socket.OPEN) {
    done();
    return;
  }
  const rest = bytes.subarray(largestPiece);
  socket.send(toFrame(bytes.subarray(0, largestPiece)), { binary: true }, () => {
    if (rest.length === 0) done();
    else sendInPieces(socket, rest, toFrame, done);
  });
}

export function toBuffer(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}
