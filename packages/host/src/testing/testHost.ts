import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { HostClient } from '../client.ts';
import { createHostClient } from '../createHostClient.ts';
import { createNamespaces, type Namespaces } from './namespaces.ts';

const mainFile = join(import.meta.dirname, '..', 'main.ts');

/**
 * Kernel settings that are the whole machine's are hidden from the helper, which leaves out what it does not find: a
 * killed test would leave them changed. Those of the network are the namespace's own, and stay.
 */
const withoutMachineSettings =
  'for f in fs kernel; do mount -t tmpfs none /proc/sys/$f || exit 1; done; exec "$@"';

/** A whole host inside a network namespace, with the real helper on it, as a process of its own. */
export interface TestHost {
  readonly namespaces: Namespaces;
  readonly namespace: string;
  readonly client: HostClient;
  /** Holds the helper's socket and its state. */
  readonly folder: string;
  /** Lines that the helpers of this host have logged. */
  readonly log: readonly string[];
  /** Starts a helper; resolves with it when it is ready, or with its exit code when it ended before. */
  startHelper(
    environment?: Readonly<Record<string, string>>,
    ...args: string[]
  ): Promise<ChildProcess | number>;
  run(program: string, ...args: string[]): Promise<string>;
  remove(): Promise<void>;
}

export async function createTestHost(): Promise<TestHost> {
  const namespaces = await createNamespaces();
  const folder = await mkdtemp(join(tmpdir(), 'labcast-host-'));
  const namespace = await namespaces.add('host');
  const log: string[] = [];
  const client = createHostClient({ socketPath: join(folder, 'host.sock') });

  return {
    namespaces,
    namespace,
    client,
    folder,
    log,
    async startHelper(environment = {}, ...args) {
      const child = namespaces.start(namespace, {
        command: ['sh', '-c', withoutMachineSettings, 'sh', process.execPath, mainFile, ...args],
        environment: {
          LABCAST_RUN_DIR: folder,
          LABCAST_STATE_DIR: folder,
          LABCAST_HOST_GROUP: 'root',
          LABCAST_HOST_CHECK_SECONDS: '0.5',
          ...environment,
        },
      });
      for await (const line of createInterface(child.stdout)) {
        log.push(line);
        if (!line.includes('"msg":"ready"')) continue;
        createInterface(child.stdout).on('line', (later) => log.push(later));
        return child;
      }
      if (child.exitCode === null) await once(child, 'exit');
      return child.exitCode ?? -1;
    },
    run: (program, ...args) => namespaces.run(namespace, program, ...args),
    async remove() {
      await client.close();
      await namespaces.removeAll();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
