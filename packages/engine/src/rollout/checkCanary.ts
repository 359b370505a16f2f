import { catalogueImages, parseBlueprint } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import { runCheck } from '../checks/runCheck.ts';
import type { ReconcileDeps } from '../deps.ts';

/**
 * Looks whether the checks can be made on the first copy: why not, in a sentence. A check that says no is no obstacle,
 * because the student has yet to do the work, and the pipeline has proven the lab; one that cannot run at all is.
 */
export async function checkCanary(
  environment: Environment,
  { incus }: Pick<ReconcileDeps, 'incus'>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { blueprint: text } = environment;
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if (!('blueprint' in parsed)) return 'Its lab.yaml is not valid.';
  for (const check of parsed.blueprint.checks) {
    const result = await runCheck(environment, parsed.blueprint, check, { incus, signal });
    if (result.passed || result.exitCode !== undefined) continue;
    return `The check "${check.name}" could not be made: ${result.output}`;
  }
  return undefined;
}
