import { LabcastError } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';

/** A running gateway reads its environment again; a stopped one will when it boots. */
export async function applyGateway(instance: string, incus: IncusClient): Promise<void> {
  const found = await incus.findInstance(instance);
  if (found?.status !== 'Running') return;
  const result = await incus.exec(
    instance,
    { command: ['/etc/labcast/apply'] },
    { timeoutMs: 20_000 },
  );
  if (result.exitCode !== 0)
    throw new LabcastError(
      'step-failed',
      `The gateway did not take its new networks: ${result.stderr.toString().trim()}`,
      { repeatable: true },
    );
}
