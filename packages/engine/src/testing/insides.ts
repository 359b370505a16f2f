import { createHash, randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { ObservedCluster } from '@labcast/domain';
import { labels } from '@labcast/domain';
import type { ExecHandler, FakeCommand, FakeIncus } from '@labcast/incus/testing';

type FakeInstance =
  FakeIncus['world']['instances'] extends Map<string, infer Value> ? Value : never;

/** What our images do inside an instance. It goes with the instance: one made anew of the same name begins empty. */
interface Inside {
  boots: number;
  /** `environment.*` as PID 1 or the gateway's `apply` read it last. */
  environment: Record<string, string>;
  /** Shell commands of the blueprint, in the order in which they were run. */
  readonly commands: string[];
  /** A control plane's own. */
  readonly authority: string;
  readonly apps: Map<string, { hash: string; available: boolean }>;
  /** A worker's: the authority that it trusts. */
  trusts?: string;
}

export interface Insides {
  readonly exec: ExecHandler;
  of(instance: string): Inside;
  /** Has to be told the world that the handler belongs to, and lets instances boot. */
  live(incus: FakeIncus): void;
  /** While true guests go on booting. */
  keepGuestsDown: boolean;
  /** Undefined: as it was made. */
  guestPower: 'off' | undefined;
  /** While true no cluster becomes ready. */
  keepClustersDown: boolean;
  /** With which checks end. */
  checkExit: number;
}

/** Plays what is inside of gateways, machines and Kubernetes nodes, as far as the engine talks with it. */
export function createInsides(): Insides {
  const known = new WeakMap<FakeInstance, Inside>();
  let world: FakeIncus['world'] | undefined;

  const get = (name: string): FakeInstance => {
    if (!world) throw new Error('Call live() first.');
    return world.get(name);
  };
  const of = (name: string): Inside => {
    const instance = get(name);
    let inside = known.get(instance);
    if (!inside) {
      const authority = randomBytes(4).toString('hex');
      inside = { boots: 0, environment: {}, commands: [], authority, apps: new Map() };
      known.set(instance, inside);
    }
    return inside;
  };
  const readEnvironment = (name: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(get(name).instance.config).filter(([key]) => key.startsWith('environment.')),
    );

  const clusterStatus = (controlPlane: string): ObservedCluster => {
    const { authority, apps } = of(controlPlane);
    const { config } = get(controlPlane).instance;
    const nodeName = (name: string): string =>
      get(name).instance.config['environment.LABCAST_NODE_NAME'] ?? '';
    const workers = [...(world?.instances.values() ?? [])]
      .map(({ instance }) => instance)
      .filter((instance) => instance.config[labels.role] === 'worker')
      .filter((instance) => instance.config[labels.environment] === config[labels.environment])
      .filter((instance) => instance.config[labels.element] === config[labels.element])
      .filter(({ name, status }) => status === 'Running' && of(name).trusts === authority);
    const ready = !insides.keepClustersDown;
    return {
      ready,
      ...(!ready && { reason: 'The API server does not answer.' }),
      readyNodes: ready ? [controlPlane, ...workers.map(({ name }) => name)].map(nodeName) : [],
      apps: Object.fromEntries(apps),
    };
  };

  const node: Record<string, (command: FakeCommand, args: readonly string[]) => unknown> = {
    status: ({ instance, stdout }) => stdout.write(JSON.stringify(clusterStatus(instance))),
    wait({ instance, stderr }, args) {
      const { ready, reason } = clusterStatus(instance);
      if (!ready) return fail(stderr, reason ?? '');
      const name = args[args.indexOf('--app') + 1] ?? '';
      if (!args.includes('--app')) return 0;
      const app = of(instance).apps.get(name);
      if (!app) return fail(stderr, `There is no app ${name}.`);
      app.available = true;
      return 0;
    },
    async apply({ instance, stdin, stderr }) {
      const manifest = await text(stdin);
      const name = /labcast\.dev\/app: (\S+)/.exec(manifest)?.[1];
      const hash = /labcast\.dev\/hash: "?([^"\s]+)/.exec(manifest)?.[1];
      if (!name || !hash) return fail(stderr, 'Not an app of a lab.');
      of(instance).apps.set(name, { hash, available: false });
      return 0;
    },
    'remove-app': ({ instance }, [name = '']) => of(instance).apps.delete(name),
    issue: ({ instance, stdout }) => stdout.write(of(instance).authority),
    async join({ instance, stdin }) {
      of(instance).trusts = await text(stdin);
    },
  };

  const guest: Record<string, (command: FakeCommand) => number | Promise<number>> = {
    status({ stdout }) {
      const state = insides.guestPower ?? 'running';
      const guestAgent = state === 'running' && !insides.keepGuestsDown;
      stdout.write(JSON.stringify({ state, guestAgent, upSeconds: 1, acceleration: 'tcg' }));
      return 0;
    },
    // Until whoever asked goes away.
    wait: () => (insides.keepGuestsDown ? new Promise<number>(() => undefined) : 0),
  };

  const exec: ExecHandler = async (command) => {
    const [program = '', ...args] = command.request.command;
    if (program === '/etc/labcast/apply') {
      of(command.instance).environment = readEnvironment(command.instance);
      return 0;
    }
    if (program === 'labcast-node') {
      const [verb = '', ...rest] = args;
      const result = await node[verb]?.(command, rest);
      return typeof result === 'number' ? result : 0;
    }
    if (program === 'labcast-vm') return guest[args[0] ?? '']?.(command) ?? 1;
    return runShell(command, args);
  };

  const runShell = async (
    { instance, stdin, stdout, stderr }: FakeCommand,
    args: readonly string[],
  ) => {
    const [flags, script = '', , path = ''] = args;
    if (script.includes('labcast-vm import')) return inspectUpload(instance, args, stdout, stderr);
    if (script.includes('cat >')) {
      const content = Buffer.from(await text(stdin));
      get(instance).files.set(path, { content, mode: args[4] ?? '', uid: 0, gid: 0 });
      return 0;
    }
    if (flags === '-c') return insides.checkExit;
    if (flags !== '-ec') return 0;
    of(instance).commands.push(script);
    return script === 'false' ? fail(stderr, 'it is false') : 0;
  };

  const inspectUpload = (
    instance: string,
    [, , , path = '', sha256]: readonly string[],
    stdout: NodeJS.WritableStream,
    stderr: NodeJS.WritableStream,
  ): number => {
    const { content } = get(instance).files.get(path) ?? { content: Buffer.alloc(0) };
    const sum = createHash('sha256').update(content).digest('hex');
    if (sum !== sha256) {
      stdout.write(`${sum}\n`);
      return 3;
    }
    if (!content.toString().startsWith('disk')) return fail(stderr, `${path} is not a disk: no.`);
    stdout.write(JSON.stringify({ format: 'raw', diskBytes: content.length }));
    return 0;
  };

  const insides: Insides = {
    exec,
    of,
    keepGuestsDown: false,
    guestPower: undefined,
    keepClustersDown: false,
    checkExit: 0,
    live(incus) {
      world = incus.world;
      world.watch(({ action, instance }) => {
        if (action !== 'instance-started' || instance === undefined) return;
        if (!world?.instances.has(instance)) return;
        const inside = of(instance);
        inside.boots++;
        inside.environment = readEnvironment(instance);
      });
    },
  };
  return insides;
}

function fail(stderr: NodeJS.WritableStream, reason: string): number {
  stderr.write(`${reason}\n`);
  return 1;
}
