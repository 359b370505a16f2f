import type { IncusClient } from './client.ts';
import { collectExec } from './collectExec.ts';
import type { IncusEndpoint } from './endpoint.ts';
import { EventStream } from './eventStream.ts';
import { createFileCalls } from './files.ts';
import { createImageCalls } from './images.ts';
import type { ImageServers } from './imageSource.ts';
import { createInstanceCalls } from './instances.ts';
import { openExec } from './openExec.ts';
import { createOperations } from './operations.ts';
import { createServerCalls } from './server.ts';
import { createSnapshotCalls } from './snapshots.ts';
import { createTransport } from './transport.ts';
import { createUsageCalls } from './usage.ts';
import { watchEvents } from './watchEvents.ts';

export interface IncusClientOptions {
  readonly endpoint: IncusEndpoint;
  /** Need not exist yet: see `ensureProject`. */
  readonly project: string;
  /** For images given as `NAME:ALIAS`. */
  readonly imageServers?: ImageServers;
}

/** Connects on first use. Holds an events socket open from then on, so `close` it when done. */
export function createIncusClient(options: IncusClientOptions): IncusClient {
  const transport = createTransport(options.endpoint, options.project);
  const events = new EventStream(transport);
  const operations = createOperations(transport, events);
  return {
    project: options.project,
    ...createServerCalls(transport),
    ...createInstanceCalls(transport, operations, options.imageServers ?? {}),
    ...createSnapshotCalls(transport, operations),
    ...createUsageCalls(transport),
    ...createFileCalls(transport),
    ...createImageCalls(transport, operations),
    openExec: (instance, request, terminal) =>
      openExec(transport, operations, instance, { request, terminal }),
    async exec(instance, request, execOptions) {
      const tunnel = await openExec(transport, operations, instance, { request });
      return collectExec(tunnel, request.command, execOptions);
    },
    watchEvents: (listener) => watchEvents(events, listener),
    async close() {
      events.close();
      await transport.close();
    },
  };
}
