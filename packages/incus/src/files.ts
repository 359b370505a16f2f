import type { IncusClient } from './client.ts';
import { IncusError, isIncusError } from './errors.ts';
import { pathOf, type Transport } from './transport.ts';

const fileTimeoutMs = 600_000;

type FileCalls = Pick<IncusClient, 'writeFile' | 'appendFile' | 'getFileSize' | 'readFile'>;

export function createFileCalls(transport: Transport): FileCalls {
  async function getFileSize(instance: string, path: string): Promise<number> {
    const file = { path: pathOf('instances', instance, 'files'), query: { path } };
    try {
      const { headers } = await transport.fetchContent({ method: 'HEAD', ...file });
      return Number(headers['content-length']);
    } catch (error) {
      if (!isIncusError(error, 'not-found')) throw error;
      // The same answer as for a missing instance, without a text.
      await transport.call({ method: 'GET', path: pathOf('instances', instance) });
      return 0;
    }
  }

  return {
    getFileSize,
    async appendFile(instance, path, content) {
      // Incus appends to nothing but what is there.
      const write = (await getFileSize(instance, path)) === 0 ? 'overwrite' : 'append';
      await transport.call({
        method: 'POST',
        path: pathOf('instances', instance, 'files'),
        query: { path },
        content,
        timeoutMs: fileTimeoutMs,
        headers: {
          'content-type': 'application/octet-stream',
          'x-incus-type': 'file',
          'x-incus-write': write,
          'x-incus-mode': '0600',
        },
      });
      return getFileSize(instance, path);
    },
    async writeFile(instance, path, content, { mode, uid, gid }) {
      const file = { path: pathOf('instances', instance, 'files'), query: { path } };
      // Incus sets mode and owner only on a file that it creates.
      if (await differs(transport, file, { mode, uid, gid })) {
        await transport.call({ method: 'DELETE', ...file });
      }
      await transport.call({
        method: 'POST',
        ...file,
        content,
        timeoutMs: fileTimeoutMs,
        headers: {
          'content-type': 'application/octet-stream',
          'x-incus-type': 'file',
          'x-incus-write': 'overwrite',
          'x-incus-mode': mode,
          'x-incus-uid': String(uid),
          'x-incus-gid': String(gid),
        },
      });
    },
    async readFile(instance, path) {
      const { headers, body } = await transport.fetchContent({
        method: 'GET',
        path: pathOf('instances', instance, 'files'),
        query: { path },
        timeoutMs: fileTimeoutMs,
      });
      if (headers['x-incus-type'] === 'directory') {
        throw new IncusError('rejected', `${path} in ${instance} is a directory, not a file.`);
      }
      return body;
    },
  };
}

/** Whether a file is there with another mode or owner than these. */
async function differs(
  transport: Transport,
  file: { path: string; query: Record<string, string> },
  wanted: { mode: string; uid: number; gid: number },
): Promise<boolean> {
  try {
    const { headers } = await transport.fetchContent({ method: 'HEAD', ...file });
    return (
      headers['x-incus-type'] === 'file' &&
      (parseInt(String(headers['x-incus-mode']), 8) !== parseInt(wanted.mode, 8) ||
        headers['x-incus-uid'] !== String(wanted.uid) ||
        headers['x-incus-gid'] !== String(wanted.gid))
    );
  } catch (error) {
    if (isIncusError(error, 'not-found')) return false;
    throw error;
  }
}
