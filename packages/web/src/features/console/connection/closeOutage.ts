import type { Outage } from './line.ts';

/** With any other sentence it is something else that is not there yet, such as the machine's screen. */
const serverRestarts = ['', 'The server is restarting.'];

/** What the server's close codes say; the reason is its own sentence. */
export function closeOutage(code: number, reason: string): Outage {
  switch (code) {
    case 1001:
    case 1012:
      return serverRestarts.includes(reason)
        ? { kind: 'server-restarting' }
        : { kind: 'error', message: reason };
    case 4401:
      return { kind: 'signed-out' };
    case 1008:
    case 4403:
      return { kind: 'not-permitted' };
    case 4404:
      return { kind: 'gone', ...(reason !== '' && { reason }) };
    case 4409:
      return { kind: 'machine-stopped', ...(reason !== '' && { reason }) };
    case 1011:
      return { kind: 'error', message: reason || 'The server could not open this console.' };
    default:
      return { kind: 'network' };
  }
}
