import type { WebSocket } from '@fastify/websocket';
import type { ConsoleKind } from '@labcast/domain';
import type { FastifyRequest } from 'fastify';
import { audit } from '../access/audit.ts';
import { assignmentOf } from '../access/authorise.ts';
import { closeWhenRefused } from '../access/closeWhenRefused.ts';
import type { RouteDeps } from '../deps.ts';
import { isOpen } from '../tunnels/isOpen.ts';
import { keepAlive } from '../tunnels/keepAlive.ts';
import { receive } from '../tunnels/receive.ts';
import { closeCodes, closeReason, endingOf } from './closeCodes.ts';
import type { Ending } from './closeCodes.ts';
import { findConsole } from './findConsole.ts';
import type { ConsolePlace } from './findConsole.ts';
import type { ViewerList } from './viewerList.ts';

/** What a viewer may do: `view` sees all that the others see and changes nothing. */
export type ConsoleMode = 'control' | 'view';

/** One viewer's socket. */
export interface Viewing {
  readonly socket: WebSocket;
  /** Held back until they are taken. */
  readonly frames: ReturnType<typeof receive>;
  readonly place: ConsolePlace;
  readonly mode: ConsoleMode;
}

/**
 * What all consoles have in common: the socket opens in any case, because a page learns nothing from a refused one, and
 * is closed with a code and a sentence. `join` connects it with the machine, and tells at its end why.
 */
export async function serveConsole(
  deps: RouteDeps,
  { socket, request }: { socket: WebSocket; request: FastifyRequest },
  { kind, mode, viewers }: { kind: ConsoleKind; mode: ConsoleMode; viewers: ViewerList },
  join: (viewing: Viewing) => Promise<Ending>,
): Promise<void> {
  const frames = receive(socket);
  keepAlive(socket);
  closeWhenRefused(socket, request, deps.settings.recheckMs, closeCodes.notPermitted);
  let ending: Ending;
  try {
    const place = await findConsole(deps, request, kind);
    await auditEntry(deps, request, place.name);
    const { environment, name: element } = place;
    const where = { environment, element, console: kind, mode };
    const leave = await viewers.enter(where, request.identity);
    if (isOpen(socket)) socket.once('close', leave);
    else leave();
    ending = await join({ socket, frames, place, mode });
  } catch (error) {
    ending = endingOf(error, request.id);
    if (ending.code === closeCodes.failed) {
      request.log.error({ err: error }, 'A console failed by a mistake of ours.');
    }
  }
  // Else it was the viewer who left.
  if (!isOpen(socket)) return;
  // A paused socket would never see the other side's close.
  socket.resume();
  socket.close(ending.code, closeReason(ending.reason));
}

/** Who opened which console is kept; what is typed and seen is not. */
async function auditEntry({ store }: RouteDeps, request: FastifyRequest, element: string) {
  const { environment } = request.params as { environment: string };
  request.auditTarget = `${assignmentOf(request).name}/${environment} ${element}`;
  await audit(request, store, 101);
}
