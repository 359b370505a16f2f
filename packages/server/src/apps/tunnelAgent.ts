import { Agent } from 'node:http';
import { Duplex } from 'node:stream';
import type { ExecTunnel, IncusClient } from '@labcast/incus';

/** Shorter than what servers keep a connection for, so that none is used just as it ends. */
const idleMs = 4_000;
const mostConnections = 24;

/** HTTP connections into labs, one agent for each address. */
export interface Agents {
  to(gateway: string, address: string, port: number): Agent;
  forgetIdle(): void;
  close(): void;
}

export function createAgents(incus: Pick<IncusClient, 'openExec'>): Agents {
  const agents = new Map<string, Agent>();
  return {
    to(gateway, address, port) {
      const key = `${gateway} ${address} ${String(port)}`;
      // Without -w an address that answers nothing at all would hold the browser for two minutes.
      const command = ['nc', '-w', '10', address, String(port)];
      const agent = agents.get(key) ?? new TunnelAgent(() => incus.openExec(gateway, { command }));
      agents.set(key, agent);
      return agent;
    },
    forgetIdle() {
      for (const [key, { sockets, freeSockets }] of agents) {
        const count = Object.keys(sockets).length + Object.keys(freeSockets).length;
        if (count === 0) agents.delete(key);
      }
    },
    close() {
      for (const agent of agents.values()) agent.destroy();
    },
  };
}

/** Each connection is a command that speaks TCP for it. */
class TunnelAgent extends Agent {
  readonly #open: () => Promise<ExecTunnel>;
  readonly #idle = new WeakMap<Duplex, NodeJS.Timeout>();

  constructor(open: () => Promise<ExecTunnel>) {
    super({ keepAlive: true, maxSockets: mostConnections, scheduling: 'lifo' });
    this.#open = open;
  }

  override createConnection(
    _options: unknown,
    done?: (error: Error | null, stream: Duplex) => void,
  ): null {
    this.#open().then(
      (tunnel) => done?.(null, asStream(tunnel)),
      (error: unknown) => done?.(error as Error, undefined as never),
    );
    return null;
  }

  // A stream has none of a TCP socket's settings, which these two would set.
  override keepSocketAlive(stream: Duplex): boolean {
    this.#idle.set(stream, setTimeout(() => stream.destroy(), idleMs).unref());
    return true;
  }

  override reuseSocket(stream: Duplex): void {
    clearTimeout(this.#idle.get(stream));
  }
}

/** Destroying it ends the command. What the command complains of before any answer is the error. */
function asStream(tunnel: ExecTunnel): Duplex {
  const stream = Duplex.from({ readable: tunnel.stdout, writable: tunnel.stdin });
  let complaint = '';
  tunnel.stderr.on('data', (bytes: Buffer) => {
    if (complaint.length < 500) complaint += bytes.toString();
  });
  tunnel.exitCode.then(
    (code) => {
      if (code !== 0) stream.destroy(new Error(complaint.trim() || 'The connection was refused.'));
    },
    (error: unknown) => stream.destroy(error as Error),
  );
  stream.once('close', () => tunnel.close());
  return stream;
}
