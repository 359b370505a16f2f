import { LabcastError, startsFromDisc } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import type { Environment, Store } from '@labcast/store';
import { listKnownImages } from '../images/listKnownImages.ts';
import { parseLab } from '../labs.ts';
import { requireElement } from '../requireElement.ts';
import { ensureRunning } from '../tunnels/ensureRunning.ts';
import { resolveTarget } from '../tunnels/resolveTarget.ts';

interface EjectDeps {
  readonly store: Pick<Store, 'listUploads'>;
  readonly incus: Pick<IncusClient, 'findInstance' | 'exec'>;
}

/** QEMU answers at once, or is busy with a checkpoint for some seconds. */
const timeoutMs = 30_000;

/**
 * Takes the ISO disc out of the drive of a virtual machine that started from one; once more is harmless. Throws
 * `element-not-found`, `request-invalid` for what never had a disc, and `element-not-running`.
 */
export async function ejectDisc(
  { store, incus }: EjectDeps,
  environment: Environment,
  name: string,
): Promise<void> {
  const blueprint = parseLab(environment.blueprint);
  const element = requireElement(blueprint, name);
  if (!startsFromDisc(element, await listKnownImages(store))) throw hasNoDisc(name);
  const { instance = '' } = resolveTarget(environment, blueprint, name);
  await ensureRunning(incus, instance, name);
  const command = ['labcast-vm', 'eject'];
  const { exitCode, stderr } = await incus.exec(instance, { command }, { timeoutMs });
  if (exitCode === 0) return;
  const said = stderr.toString().trim();
  throw new LabcastError('step-failed', `The disc of ${name} was not ejected: ${said}`, {
    remedy: 'Try it again. A restart takes the disc out as well then.',
  });
}

function hasNoDisc(name: string): LabcastError {
  return new LabcastError(
    'request-invalid',
    `${name} did not start from an ISO disc, so there is none to eject.`,
    { remedy: 'Only virtual machines whose image is an uploaded ISO disc have one.' },
  );
}
