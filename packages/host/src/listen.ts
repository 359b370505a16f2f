import { chmod, chown, mkdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { dirname } from 'node:path';
import { HostError } from './HostError.ts';
import type { RunCommand } from './runCommand.ts';

/**
 * Makes sure that one helper alone works on this host's network: holds a name among the kernel's abstract sockets, which
 * belong to one network namespace, as what the helper cares for does, and which end with their process.
 */
export async function claimHost(firewallTable: string): Promise<Server> {
  const claim = createServer((socket) => socket.destroy());
  await listening(claim, `\0labcast-host/${firewallTable}`).catch((cause: unknown) => {
    throw new HostError(
      'refused',
      'Another host helper is running on this machine. Stop it first, or use that one.',
      cause,
    );
  });
  claim.unref();
  return claim;
}

/** Listens on a unix socket that root and the group may use, in place of what a killed helper left there. */
export async function listenForGroup(
  server: Server,
  socketPath: string,
  groupId: number,
): Promise<void> {
  await mkdir(dirname(socketPath), { recursive: true, mode: 0o755 });
  await rm(socketPath, { force: true });
  // Nobody but root from its first moment on.
  const umask = process.umask(0o177);
  try {
    await listening(server, socketPath);
  } finally {
    process.umask(umask);
  }
  await chown(socketPath, 0, groupId);
  await chmod(socketPath, 0o660);
}

/** @param group name or number */
export async function findGroupId(group: string, run: RunCommand): Promise<number> {
  const entry = await run('getent', ['group', group]).catch(() => '');
  const id = /^[^:]+:[^:]*:(\d+):/.exec(entry)?.[1];
  if (id !== undefined) return Number(id);
  throw new HostError(
    'refused',
    `The group ${group} does not exist. Make it with \`groupadd --system ${group}\`, ` +
      'or name another in LABCAST_HOST_GROUP.',
  );
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
