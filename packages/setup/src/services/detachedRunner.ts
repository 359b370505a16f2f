import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  formatIdentity,
  identifyProcess,
  readLivePid,
  type ProcessIdentity,
} from './processIdentity.ts';
import type { Service, ServiceRunner } from './service.ts';

const supervisor = join(import.meta.dirname, 'supervise.sh');
const largestLogBytes = 50 * 2 ** 20;
const stopTimeoutMs = 30_000;

/**
 * Runs services where there is no systemd: each under a small supervisor in a session of its own, so that it outlives the
 * shell. `supervisorPath` must stay where it is while the services run.
 */
export function createDetachedRunner(
  folders: { runDir: string; logDir: string },
  supervisorPath: string = supervisor,
): ServiceRunner {
  const file = (name: string, ending: string): string => join(folders.runDir, `${name}.${ending}`);
  const logPath = (name: string): string => join(folders.logDir, `${name}.log`);

  /** The supervisor, and what it runs; either may have been killed alone. */
  const findProcesses = async (name: string): Promise<ProcessIdentity[]> => {
    const found = await Promise.all([
      readLivePid(file(name, 'supervisor.pid')),
      readLivePid(file(name, 'pid')),
    ]);
    return found.filter((process) => process !== undefined);
  };

  const ensureStopped: ServiceRunner['ensureStopped'] = async (name) => {
    const processes = await findProcesses(name);
    const [first] = processes;
    // The supervisor passes it on in the way that the command wants; an abandoned command gets it itself.
    if (first) signal(first, 'SIGTERM');
    const deadline = Date.now() + stopTimeoutMs;
    while ((await findProcesses(name)).length > 0 && Date.now() < deadline) await sleep(50);
    for (const process of await findProcesses(name)) signal(process, 'SIGKILL');
    for (const ending of ['supervisor.pid', 'pid', 'running'])
      await rm(file(name, ending), { force: true });
    return processes.length > 0 ? 'stopped' : 'was not running';
  };

  const isRunning = async (name: string): Promise<boolean> =>
    (await readLivePid(file(name, 'supervisor.pid'))) !== undefined;

  return {
    isRunning,
    ensureStopped,

    async ensureRunning(service) {
      const wanted = fingerprint(service);
      const running = await readFile(file(service.name, 'running'), 'utf8').catch(() => '');
      if (running === wanted && (await isRunning(service.name))) return 'running already';
      await ensureStopped(service.name);
      await mkdir(folders.runDir, { recursive: true });
      await mkdir(folders.logDir, { recursive: true });
      const pid = await start(
        service,
        supervisorPath,
        logPath(service.name),
        file(service.name, 'pid'),
      );
      const identity = await identifyProcess(pid);
      if (identity) await writeFile(file(service.name, 'supervisor.pid'), formatIdentity(identity));
      await writeFile(file(service.name, 'running'), wanted);
      return 'started';
    },

    async remove(name) {
      await ensureStopped(name);
      for (const ending of ['log', 'log.1'])
        await rm(join(folders.logDir, `${name}.${ending}`), { force: true });
    },

    async tail(name) {
      const text = await readFile(logPath(name), 'utf8').catch(() => '');
      return text.split('\n').filter(Boolean).slice(-15);
    },

    whereIsLog: logPath,
  };
}

async function start(
  service: Service,
  supervisorPath: string,
  logPath: string,
  childPidPath: string,
): Promise<number> {
  const size = await stat(logPath).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largestLogBytes) await rename(logPath, `${logPath}.1`);
  const log = await open(logPath, 'a', 0o640);
  // Should the supervisor be killed hard, the kernel ends what it ran, so that nothing runs unwatched.
  const asUser = ['/usr/bin/setpriv', '--pdeathsig', service.stopSignal];
  if (service.user !== 'root')
    asUser.push(`--reuid=${service.user}`, `--regid=${service.user}`, '--init-groups');
  const command = [
    ...[
      '/bin/bash',
      '-c',
      'ulimit -n "$0" 2>/dev/null || ulimit -n "$(ulimit -Hn)"; exec "$@"',
      String(service.openFiles),
    ],
    ...[
      supervisorPath,
      childPidPath,
      service.stopSignal,
      (service.before ?? []).map(shellQuote).join(' '),
    ],
    ...[...asUser, '--', ...service.command],
  ];
  const child = spawn(command[0] ?? '', command.slice(1), {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: { ...service.environment },
    cwd: '/',
  });
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      resolve(child.pid ?? -1);
    });
  });
  child.unref();
  await log.close();
  return pid;
}

/** Two descriptions that run the same have the same one. */
function fingerprint(service: Service): string {
  return createHash('sha256').update(JSON.stringify(service)).digest('hex');
}

function shellQuote(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}

function signal(identity: ProcessIdentity, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(identity.pid, name);
  } catch (error) {
    // It has ended between the look and the signal.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
