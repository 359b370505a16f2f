import type { Action, ProvisionFile } from '@labcast/domain';
import { LabcastError, labels } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import type { InsideResult } from '../runInside.ts';
import { lastLines, runInside } from '../runInside.ts';

type Provisioning = Extract<Action, { type: 'provision' }>;

/** A package installation over a slow line; past that a person should look. */
const commandLimitMs = 20 * 60_000;

/**
 * Puts files into a machine and runs its commands, in order. An interrupted one begins anew, so commands run at least once;
 * the label is set only when all of it worked.
 *
 * Throws `step-failed` with the command and the end of its output.
 */
export async function provision(
  { instance, provision: wanted }: Provisioning,
  incus: IncusClient,
  signal: AbortSignal,
): Promise<void> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(commandLimitMs)]);
  await waitForBoot(instance, incus, limited);
  for (const file of wanted.files) await writeFile(instance, file, incus, limited);
  for (const command of wanted.commands) {
    const result = await runInside(
      incus,
      instance,
      {
        command: ['/bin/sh', '-ec', command],
        environment: { HOME: '/root', LANG: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' },
        workingDirectory: '/root',
      },
      limited,
    );
    if (result.exitCode !== 0) throw commandFailed(command, result);
  }
  await incus.updateInstance(instance, { config: { [labels.provisioned]: wanted.hash } });
}

/** A full disk is told apart, because the way on is another one. */
function commandFailed(command: string, result: InsideResult): LabcastError {
  const said = lastLines(result.stderr || result.stdout);
  // What went wrong comes first: a card has room for the beginning alone.
  const outcome = said === '' ? ' and said nothing' : `: ${said}`;
  const message = `A command ended with ${result.exitCode}${outcome} (it was: ${command})`;
  if (/no space left on device|disk quota exceeded/i.test(said))
    return new LabcastError('storage-full', `${message}. Its disk, or the lab host's, is full.`, {
      repeatable: true,
      remedy: 'Give it more storage, or see with labcast capacity whether the lab host has room.',
    });
  return new LabcastError('step-failed', message, {
    repeatable: true,
    remedy: 'Correct it in lab.yaml and apply it again.',
  });
}

/** Services of a booting machine may not be there yet. Images without systemd have nothing to wait for. */
async function waitForBoot(
  instance: string,
  incus: IncusClient,
  signal: AbortSignal,
): Promise<void> {
  const script =
    'command -v systemctl >/dev/null || exit 0; systemctl is-system-running --wait || true';
  await runInside(incus, instance, { command: ['/bin/sh', '-c', script] }, signal);
}

/** Through a shell rather than the files API: that makes no parent folders and knows no user names. */
async function writeFile(
  instance: string,
  file: ProvisionFile,
  incus: IncusClient,
  signal: AbortSignal,
): Promise<void> {
  const script = 'mkdir -p "$(dirname "$1")" && cat > "$1" && chmod "$2" "$1" && chown "$3" "$1"';
  const result = await runInside(
    incus,
    instance,
    {
      command: ['/bin/sh', '-c', script, 'sh', file.path, file.mode, file.owner],
      stdin: file.content,
    },
    signal,
  );
  if (result.exitCode !== 0)
    throw new LabcastError(
      'step-failed',
      `The file ${file.path} could not be written: ${lastLines(result.stderr)}`,
      { repeatable: true, remedy: 'Correct its path and owner in lab.yaml and apply it again.' },
    );
}
