import { checkCommand } from '@labcast/domain';
import type { Environment, Rollout, RolloutTarget } from '@labcast/store';
import { runCommand } from '../checks/runCommand.ts';
import type { ReconcileDeps } from '../deps.ts';
import { parseLab } from './parseRelease.ts';

const longestSeconds = 600;
const shownCharacters = 500;

/** Runs the rollout's script in every element for which that was chosen: why it did not work, in a sentence. */
export async function runScript(
  { script }: Rollout,
  target: RolloutTarget,
  environment: Environment,
  { incus, signal }: Pick<ReconcileDeps, 'incus'> & { readonly signal: AbortSignal },
): Promise<string | undefined> {
  if (script === undefined) return undefined;
  const blueprint = parseLab(environment.blueprint);
  for (const { name, outcome } of target.elements) {
    if (outcome !== 'script') continue;
    const asked = { on: name, run: script, timeoutSeconds: longestSeconds };
    const command = checkCommand(environment.key, blueprint, asked);
    if (!command) continue;
    const { exitCode, output, trouble } = await runCommand(command, longestSeconds, {
      incus,
      signal,
    });
    if (exitCode === 0) continue;
    const how = trouble ?? `It ended with exit code ${String(exitCode)}.`;
    return `The script did not work on ${name}. ${how} ${output.slice(-shownCharacters)}`.trim();
  }
  return undefined;
}
