import type { Properties } from './client.ts';
import { IncusError } from './errors.ts';
import type { Operations } from './operations.ts';
import { pathOf, type Transport } from './transport.ts';

interface Change {
  readonly config?: Properties;
  readonly devices?: Readonly<Record<string, Properties>>;
}

/** See `IncusClient.updateInstance`. */
export async function updateInstance(
  transport: Transport,
  operations: Operations,
  name: string,
  change: Change,
): Promise<void> {
  const path = pathOf('instances', name);
  const removesDevice = Object.values(change.devices ?? {}).some(isEmpty);
  await operations.whileBusy(name, async () => {
    if (removesDevice) await replaceInstance(transport, operations, path, change);
    // Incus merges a PATCH under its own lock: two at once lose nothing.
    else await transport.call({ method: 'PATCH', path, body: change });
  });
}

/** Devices can only be removed by sending all that stay. */
async function replaceInstance(
  transport: Transport,
  operations: Operations,
  path: string,
  change: Change,
): Promise<void> {
  while (true) {
    const { metadata, etag = '' } = await transport.call({ method: 'GET', path });
    const current = metadata as { config: Properties; devices: Record<string, Properties> };
    const body = {
      ...current,
      config: without((value) => value === '', { ...current.config, ...change.config }),
      devices: without(isEmpty, { ...current.devices, ...change.devices }),
    };
    try {
      await operations.run({ method: 'PUT', path, body, headers: { 'if-match': etag } });
      return;
    } catch (error) {
      // Somebody changed it in between: look again.
      if (!(error instanceof IncusError) || error.statusCode !== 412) throw error;
    }
  }
}

function isEmpty(properties: Properties): boolean {
  return Object.keys(properties).length === 0;
}

function without<T>(isGone: (value: T) => boolean, record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isGone(value)));
}
