import type { RouteDeps } from '../deps.ts';
import { isOpen } from '../tunnels/isOpen.ts';
import { pumpToSocket } from '../tunnels/pumpToSocket.ts';
import { toBuffer } from '../tunnels/serveExec.ts';
import { writeWithBackpressure } from '../tunnels/writeWithBackpressure.ts';
import { closeCodes } from './closeCodes.ts';
import type { Ending } from './closeCodes.ts';
import type { ConsolePlace } from './findConsole.ts';
import type { Viewing } from './serveConsole.ts';
import { createViewerFilter } from './viewerFilter.ts';
import { whyEnded } from './whyEnded.ts';

const desktopSocket = '/run/vnc/vnc.sock';
const vmSocket = '/run/vm/vnc.sock';

/** RFB between a viewer and the machine's screen, byte by byte. */
export async function joinScreen(
  { incus }: Pick<RouteDeps, 'incus'>,
  { socket, frames, place, mode }: Viewing,
): Promise<Ending> {
  const tunnel = await incus.openExec(place.instance, { command: screenCommand(place) });
  if (!isOpen(socket)) {
    tunnel.close();
    return { code: closeCodes.ended, reason: '' };
  }
  socket.once('close', () => tunnel.close());
  tunnel.stdin.on('error', () => undefined);
  // Read, or the command would wait for it.
  tunnel.stderr.resume();
  const filter = mode === 'view' ? createViewerFilter() : undefined;
  frames.start((data, isBinary) => {
    try {
      if (!isBinary) throw new Error('A screen takes binary frames.');
      const bytes = toBuffer(data);
      const passed = filter ? filter(bytes) : bytes;
      if (passed.length > 0) writeWithBackpressure(socket, tunnel.stdin, passed);
    } catch (error) {
      socket.close(closeCodes.unsupported, error instanceof Error ? error.message : '');
    }
  });
  await Promise.all([tunnel.exitCode, pumpToSocket(socket, tunnel.stdout)]);
  return (
    (await whyEnded(incus, place, socket)) ?? {
      code: closeCodes.restarting,
      reason: `The screen of ${place.name} is not there yet.`,
    }
  );
}

function screenCommand({ element }: ConsolePlace): string[] {
  const path = element?.kind === 'container' ? desktopSocket : vmSocket;
  // A whole picture comes at once; socat's own 8 KiB would make thousands of frames of it.
  return ['socat', '-b', '65536', '-', `UNIX-CONNECT:${path}`];
}
