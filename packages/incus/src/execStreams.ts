import { Readable, Writable } from 'node:stream';
import type { WebSocket } from 'ws';

/** Of Incus's frames, which are up to 32 KiB. */
const bufferedFrames = 64;

/** Bytes of a socket of an exec operation: binary frames are data, a text frame is the end. */
export function readFrames(socket: WebSocket, onEnd: () => void): Readable {
  const readable = new Readable({
    // Frame by frame: a stream of bytes would copy what has gathered into one buffer at each read.
    objectMode: true,
    highWaterMark: bufferedFrames,
    read: () => socket.resume(),
    destroy(error, done) {
      // Nobody will read the rest, and a paused socket would never tell that it was closed.
      socket.resume();
      done(error);
    },
  });
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    if (!readable.destroyed) readable.push(null);
  };
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary) {
      end();
      onEnd();
    } else if (!ended && !readable.destroyed && !readable.push(data)) {
      socket.pause();
    }
  });
  socket.on('close', end);
  return readable;
}

/** The other direction. What is written after the command's end is dropped: its exit code says that it ended. */
export function writeFrames(socket: WebSocket, { hasEnd }: { hasEnd: boolean }): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (socket.readyState === socket.OPEN) socket.send(chunk, { binary: true }, () => done());
      else done();
    },
    final(done) {
      // A terminal has no end of input; closing the tunnel hangs up.
      if (hasEnd && socket.readyState === socket.OPEN) socket.send('', () => done());
      else done();
    },
  });
}
