import type {
  HostResources,
  Image,
  IncusEvent,
  Instance,
  InstanceUsage,
  PoolUsage,
} from '../client.ts';
import { IncusError } from '../errors.ts';

type FakeFiles = Map<string, { content: Buffer; mode: string; uid: number; gid: number }>;

export interface FakeInstance {
  instance: Instance;
  readonly files: FakeFiles;
  readonly snapshots: Map<string, { instance: Instance; files: FakeFiles }>;
  usage: InstanceUsage;
  addresses: Readonly<Record<string, readonly string[]>>;
}

/** Everything that the fake Incus has. */
export class FakeWorld {
  readonly instances = new Map<string, FakeInstance>();
  readonly images = new Map<string, Image>();
  readonly pools = new Map<string, PoolUsage>();
  resources: HostResources = { cpus: 2, memoryBytes: 8 * 2 ** 30, memoryUsedBytes: 2 ** 30 };
  readonly #listeners = new Set<(event: IncusEvent) => void>();

  constructor(imageAliases: readonly string[]) {
    for (const alias of imageAliases) {
      const image = { fingerprint: alias, aliases: [alias], properties: {}, sizeBytes: 1 };
      this.images.set(alias, image);
    }
  }

  get(name: string): FakeInstance {
    const found = this.instances.get(name);
    if (found === undefined) throw new IncusError('not-found', 'Incus: Instance not found');
    return found;
  }

  getRunning(name: string): FakeInstance {
    const found = this.get(name);
    if (found.instance.status === 'Running') return found;
    throw new IncusError('rejected', 'Incus: Instance is not running');
  }

  /** As the kernel does it, whoever asked. */
  setFrozen(name: string, frozen: boolean): void {
    const found = this.get(name);
    const [from, to] = frozen ? ['Running', 'Frozen'] : ['Frozen', 'Running'];
    if (found.instance.status === to) return;
    if (found.instance.status !== from)
      throw new IncusError('rejected', 'Incus: Instance is not running');
    found.instance = { ...found.instance, status: to };
    const action = frozen ? 'instance-paused' : 'instance-resumed';
    this.tell({ type: 'lifecycle', action, instance: name, isRequested: true });
  }

  findImage(aliasOrFingerprint: string): Image | undefined {
    return [...this.images.values()].find(
      ({ fingerprint, aliases }) =>
        fingerprint === aliasOrFingerprint || aliases.includes(aliasOrFingerprint),
    );
  }

  watch(listener: (event: IncusEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Later, as events come: never before the call that causes them has returned to its caller's caller. */
  tell(event: IncusEvent): void {
    setImmediate(() => {
      for (const listener of this.#listeners) listener(event);
    });
  }
}
