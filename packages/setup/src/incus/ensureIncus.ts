import { existsSync } from 'node:fs';
import type { Context } from '../run/context.ts';
import { SetupError } from '../run/setupError.ts';
import { describeIncus } from '../services/describeServices.ts';
import { httpGet } from '../services/httpGet.ts';
import type { ServiceRunner } from '../services/service.ts';
import { waitUntil } from '../services/waitUntil.ts';

export const incusSocket = '/var/lib/incus/unix.socket';

/** Incus's version, or undefined when nobody answers on its socket. */
export async function askIncus(): Promise<string | undefined> {
  const answer = await httpGet({ socketPath: incusSocket }, '/1.0');
  if (answer?.status !== 200) return undefined;
  const parsed = JSON.parse(answer.body) as {
    metadata?: { environment?: { server_version?: string } };
  };
  return parsed.metadata?.environment?.server_version;
}

/** An Incus that answers already is left alone, whoever started it. */
export async function ensureIncus(
  context: Context,
  runner: ServiceRunner,
  report: (text: string) => void,
): Promise<string> {
  const found = await askIncus();
  if (found !== undefined) return `${found}, running already`;
  report('starting Incus');
  if (context.systemd) {
    await context.run('systemctl', ['enable', '--now', 'lxcfs.service'], { mayFail: true });
    await context.run('systemctl', ['enable', '--now', 'incus.socket', 'incus.service'], {
      remedy: 'Read `journalctl -u incus` and run `make up` again.',
    });
  } else {
    for (const service of describeIncus(process.env)) {
      // Instances that run hold files of a running lxcfs: another one in its place would leave them with dead ones.
      const isThere = service.name === 'lxcfs' && existsSync('/var/lib/lxcfs/proc/meminfo');
      if (!isThere) await runner.ensureRunning(service);
    }
  }
  report('waiting until Incus answers');
  // The first start after a crash mounts the pools again and brings back every instance that was running.
  const up = await waitUntil(async () => (await askIncus()) !== undefined, { timeoutMs: 120_000 });
  if (!up)
    throw new SetupError('Incus was started, but does not answer within two minutes.', {
      lastLines: context.systemd ? [] : await runner.tail('incus'),
      remedy: context.systemd
        ? 'Read `journalctl -u incus` and run `make up` again.'
        : 'Read /var/log/incus/incus.log and run `make up` again.',
    });
  await context.run('/usr/libexec/incus/incusd', ['waitready', '--timeout=300'], {
    remedy: 'Read /var/log/incus/incus.log and run `make up` again.',
  });
  return (await askIncus()) ?? 'started';
}
