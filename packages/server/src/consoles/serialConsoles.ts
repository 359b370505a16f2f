import type { WebSocket } from '@fastify/websocket';
import type { ExecTunnel } from '@labcast/incus';
import type { RouteDeps } from '../deps.ts';
import { isOpen } from '../tunnels/isOpen.ts';
import { toBuffer } from '../tunnels/serveExec.ts';
import { writeWithBackpressure } from '../tunnels/writeWithBackpressure.ts';
import { closeCodes } from './closeCodes.ts';
import type { Ending } from './closeCodes.ts';
import type { ConsolePlace } from './findConsole.ts';
import type { Viewing } from './serveConsole.ts';
import { whyEnded } from './whyEnded.ts';

/** QEMU serves one client at its serial line, so all viewers of this process share one, and a lock keeps others out. */
const command = [
  'flock',
  '--nonblock',
  '--conflict-exit-code=75',
  '/run/labcast-serial.lock',
  'socat',
  '-',
  'UNIX-CONNECT:/run/vm/serial.sock',
];
const isTaken = 75;

export const serialLog = '/var/lib/vm/serial.log';
const tailCommand = ['tail', '--bytes=65536', serialLog];
/** A viewer that does not read must not hold the others up. */
const mostWaitingBytes = 4 * 1024 * 1024;

interface SerialLine {
  readonly tunnel: ExecTunnel;
  readonly viewers: Set<WebSocket>;
  readonly ended: Promise<number>;
}

/** Joins a viewer to the serial line of a machine; the last that leaves closes it. */
export type JoinSerial = (viewing: Viewing) => Promise<Ending>;

export function createSerialConsoles({ incus }: Pick<RouteDeps, 'incus'>): JoinSerial {
  const lines = new Map<string, Promise<SerialLine>>();

  async function open({ instance }: ConsolePlace): Promise<SerialLine> {
    const tunnel = await incus.openExec(instance, { command });
    const viewers = new Set<WebSocket>();
    tunnel.stdin.on('error', () => undefined);
    tunnel.stderr.resume();
    tunnel.stdout.on('data', (bytes: Buffer) => {
      for (const viewer of viewers) {
        if (viewer.bufferedAmount > mostWaitingBytes) viewer.terminate();
        else viewer.send(bytes, { binary: true }, () => undefined);
      }
    });
    const ended = tunnel.exitCode.finally(() => lines.delete(instance));
    ended.catch(() => undefined);
    return { tunnel, viewers, ended };
  }

  function find(place: ConsolePlace): Promise<SerialLine> {
    const known = lines.get(place.instance);
    if (known) return known;
    const line = open(place);
    lines.set(place.instance, line);
    line.catch(() => lines.delete(place.instance));
    return line;
  }

  return async ({ socket, frames, place, mode }) => {
    const { instance, name } = place;
    const [line, tail] = await Promise.all([
      find(place),
      incus.exec(instance, { command: tailCommand }),
    ]);
    if (!isOpen(socket)) {
      leave(line, socket);
      return { code: closeCodes.ended, reason: '' };
    }
    socket.send(tail.stdout, { binary: true });
    line.viewers.add(socket);
    socket.once('close', () => leave(line, socket));
    frames.start((data, isBinary) => {
      if (!isBinary) socket.close(closeCodes.unsupported);
      else if (mode === 'control') writeWithBackpressure(socket, line.tunnel.stdin, toBuffer(data));
    });
    const exit = await line.ended;
    if (exit === isTaken) {
      return {
        code: closeCodes.restarting,
        reason: `Another process of Labcast shows the serial line of ${name}.`,
      };
    }
    return (
      (await whyEnded(incus, place, socket)) ?? {
        code: closeCodes.restarting,
        reason: `The machine ${name} is off.`,
      }
    );
  };
}

function leave({ viewers, tunnel }: SerialLine, socket: WebSocket): void {
  viewers.delete(socket);
  if (viewers.size === 0) tunnel.close();
}
