import type { DesiredInstance } from '../environment/desired.ts';
import { labels } from '../environment/names.ts';
import type { ObservedInstance } from '../environment/observed.ts';
import { beforeDevice } from './attachBefore.ts';

/** How an instance differs from what is wanted of it. */
export type Drift =
  | { readonly kind: 'none' }
  /** Only a new one can be as wanted; `isReset` when it differs in nothing else. */
  | { readonly kind: 'replace'; readonly isReset: boolean }
  | {
      readonly kind: 'update';
      readonly config: Readonly<Record<string, string>>;
      readonly devices: Readonly<Record<string, Readonly<Record<string, string>>>>;
      readonly then: 'nothing' | 'apply-gateway' | 'restart';
    };

/** The Kubernetes folder moves on with every version; a running cluster keeps the one that it was made with. */
export const keptDevices = new Set(['kubernetes']);

const guestDisk = 'environment.LABCAST_VM_DISK_MIB';

/** Limits that may be wanted once and not any more: absent means that Incus must forget them. */
const removableKeys = ['limits.cpu.allowance'];

export function instanceDrift(desired: DesiredInstance, found: ObservedInstance): Drift {
  const observed = withoutRoom(desired, found);
  const hasOtherImage = desired.config[labels.image] !== observed.config[labels.image];
  const hasOtherOrigin = hasOtherMark(labels.origin, desired, observed);
  if (hasOtherImage || hasOtherOrigin || hasSmallerDisk(desired, observed))
    return { kind: 'replace', isReset: false };
  if (hasOtherMark(labels.reset, desired, observed)) return { kind: 'replace', isReset: true };
  const config = changedConfig(desired, observed);
  const devices = changedDevices(desired, observed);
  const changedKeys = [...Object.keys(config), ...Object.keys(devices)];
  if (changedKeys.length === 0) return { kind: 'none' };
  const then = effectOf(desired, changedKeys);
  return { kind: 'update', config: { ...config, ...mark(desired, then) }, devices, then };
}

/** The room that a disk was given beyond its size is no difference; a copy may have the label of its original alone. */
function withoutRoom(desired: DesiredInstance, observed: ObservedInstance): ObservedInstance {
  const { root } = observed.devices;
  const size = String(Number(root?.size) - Number(observed.config[labels.room]));
  if (size !== desired.devices.root?.size) return observed;
  return { ...observed, devices: { ...observed.devices, root: { ...root, size } } };
}

/** One that is not wanted from a checkpoint may have come from any: those of its own lab keep what is on them. */
function hasOtherMark(
  label: typeof labels.origin | typeof labels.reset,
  desired: DesiredInstance,
  observed: ObservedInstance,
): boolean {
  const wanted = desired.config[label];
  return wanted !== undefined && wanted !== observed.config[label];
}

/** What is on a disk may be more than a smaller one holds; who asked for it was told that its data goes. */
function hasSmallerDisk(desired: DesiredInstance, observed: ObservedInstance): boolean {
  // A guest's disk lies in its container's, which is also smaller when the guest has less memory: that loses nothing.
  if (desired.role === 'vm')
    return Number(desired.config[guestDisk]) < Number(observed.config[guestDisk]);
  return Number(desired.devices.root?.size) < Number(observed.devices.root?.size);
}

/**
 * The mark goes away with the change and comes back when the gateway took it: whoever is killed in between leaves a
 * difference, even when it was a device that changed.
 */
function mark(desired: DesiredInstance, then: string): Record<string, string> {
  const applied = desired.config[labels.applied];
  return then === 'apply-gateway' && applied !== undefined ? { [labels.applied]: applied } : {};
}

function changedConfig(
  desired: DesiredInstance,
  observed: ObservedInstance,
): Record<string, string> {
  const changed = Object.entries(desired.config).filter(
    ([key, value]) => (observed.config[key] ?? '') !== value,
  );
  const forgotten = removableKeys
    .filter((key) => !(key in desired.config) && (observed.config[key] ?? '') !== '')
    .map((key) => [key, ''] as const);
  return Object.fromEntries([...changed, ...forgotten]);
}

function changedDevices(
  desired: DesiredInstance,
  observed: ObservedInstance,
): Record<string, Readonly<Record<string, string>>> {
  const changed = Object.entries(desired.devices).filter(([name, device]) => {
    if (keptDevices.has(name) && name in observed.devices) return false;
    const found = observed.devices[name] ?? {};
    return Object.entries(device).some(([key, value]) => found[key] !== value);
  });
  // A device without properties means that Incus must forget it.
  const forgotten = Object.keys(observed.devices)
    .filter((name) => !(name in desired.devices))
    .map((name) => [name, {}] as const);
  return Object.fromEntries([...changed, ...forgotten]);
}

/**
 * PID 1 reads its environment once, so a machine's addresses need a restart; the gateway can read its own again. A disk from
 * before an update is mounted at the start, and never into a running machine: only then does the kernel lock its being
 * read-only (tried both ways: root inside could remount the one that came later, and write on the checkpoint's disk).
 */
function effectOf(
  desired: DesiredInstance,
  changedKeys: readonly string[],
): 'nothing' | 'apply-gateway' | 'restart' {
  const network = changedKeys.some(
    (key) => key.startsWith('environment.') || key.startsWith('eth') || key === labels.applied,
  );
  const needsBoot = changedKeys.some(
    (key) =>
      key.startsWith('security.') ||
      key === labels.restarts ||
      (key === beforeDevice && key in desired.devices) ||
      (network && desired.role !== 'gateway'),
  );
  if (needsBoot) return 'restart';
  return network ? 'apply-gateway' : 'nothing';
}
