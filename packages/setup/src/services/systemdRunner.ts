import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunCommand } from '../run/command.ts';
import type { ServiceRunner } from './service.ts';
import { renderUnit, unitName } from './systemdUnit.ts';

const folder = '/etc/systemd/system';

export function createSystemdRunner(run: RunCommand): ServiceRunner {
  const isRunning = async (name: string): Promise<boolean> =>
    (await run('systemctl', ['is-active', '--quiet', unitName(name)], { mayFail: true }))
      .exitCode === 0;

  const ensureStopped: ServiceRunner['ensureStopped'] = async (name) => {
    const was = await isRunning(name);
    await run('systemctl', ['disable', '--now', unitName(name)], { mayFail: true });
    return was ? 'stopped' : 'was not running';
  };

  return {
    isRunning,
    ensureStopped,

    async ensureRunning(service) {
      const path = join(folder, unitName(service.name));
      const text = renderUnit(service);
      const changed = (await readFile(path, 'utf8').catch(() => '')) !== text;
      if (changed) {
        // A URL in the environment may hold a password.
        await writeFile(path, text, { mode: 0o600 });
        await run('systemctl', ['daemon-reload']);
      }
      const unit = unitName(service.name);
      if (!changed && (await isRunning(service.name))) return 'running already';
      await run('systemctl', ['enable', '--quiet', unit]);
      await run('systemctl', ['restart', unit], {
        remedy: `Read \`journalctl -u ${unit}\` and run \`make up\` again.`,
      });
      return 'started';
    },

    async remove(name) {
      await ensureStopped(name);
      await rm(join(folder, unitName(name)), { force: true });
      await run('systemctl', ['daemon-reload'], { mayFail: true });
      await run('systemctl', ['reset-failed', unitName(name)], { mayFail: true });
    },

    async tail(name) {
      const { stdout } = await run(
        'journalctl',
        ['-u', unitName(name), '-n', '15', '--no-pager', '-o', 'cat'],
        { mayFail: true },
      );
      return stdout.split('\n').filter(Boolean);
    },

    whereIsLog: (name) => `journalctl -u ${unitName(name)}`,
  };
}
