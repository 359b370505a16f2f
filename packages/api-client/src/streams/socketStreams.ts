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

/** Sends what is written, each piece made into a frame; `end` is sent at its end. */
export function sendingStream(
  socket: WebSocket,
  toFrame: (bytes: Uint8Array) => Uint8Array,
  end: Uint8Array,
): Writable {
  const send = (bytes: Uint8Array, done: (error?: Error | null) => void) => {
    // Who writes to a command that has ended is told nothing, as with a pipe that nobody reads any more.
    if (socket.readyState !== socket.OPEN) done();
    else socket.send(bytes, { binary: true }, () => done());
  };
  return new Writable({
    write: (bytes: Buffer, _encoding, done) => {
      sendInPieces(bytes, (piece, next) => send(toFrame(piece), next), done);
    },
    final: (done) => send(end, done),
  });
}

/** The server takes frames of at most 1 MiB. */
const largestPiece = 256 * 1024;

function sendInPieces(
  bytes: Buffer,
  send: (piece: Buffer, next: (error?: Error | null) => void) => void,
  done: (error?: Error | null) => void,
): void {
  if (bytes.length === 0) {
    done();
    return;
  }
  send(bytes.subarray(0, largestPiece), (error) => {
    if (error) done(error);
    else sendInPieces(bytes.subarray(largestPiece), send, done);
  });
}

export function toBuffer(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}
