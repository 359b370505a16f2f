import type { MachineFacts } from './machineFacts.ts';

export interface Finding {
  readonly level: 'ok' | 'warning' | 'error';
  /** One sentence that states what is. */
  readonly message: string;
  /** What to do about it; always there when the level is not `ok`. */
  readonly remedy?: string;
}

const gibibyte = 1024 ** 3;
const supportedCodenames: Readonly<Record<string, string>> = {
  bookworm: 'Debian 12',
  trixie: 'Debian 13',
};

/** All that is wrong with a machine at once; nothing when labs can run on it. */
export function judgeMachine(
  facts: MachineFacts,
  needs: { memoryBytes: number; diskFreeBytes: number } = {
    memoryBytes: 4 * gibibyte,
    diskFreeBytes: 15 * gibibyte,
  },
): Finding[] {
  const findings: Finding[] = [];
  const error = (message: string, remedy: string): void => {
    findings.push({ level: 'error', message, remedy });
  };
  const warning = (message: string, remedy: string): void => {
    findings.push({ level: 'warning', message, remedy });
  };

  if (!facts.distributions.includes('debian') || supportedCodenames[facts.codename] === undefined)
    error(
      `This is ${facts.prettyName} (${facts.codename}); Labcast installs itself on ${Object.values(supportedCodenames).join(' and ')}.`,
      'Use a machine with one of these, or a virtual machine on this one.',
    );
  if (facts.architecture !== 'x64' && facts.architecture !== 'arm64')
    error(
      `The processor is ${facts.architecture}; Labcast runs on x86_64 and aarch64.`,
      'Use another machine.',
    );
  if (!facts.root)
    error('Labcast is set up by root.', 'Run it as root, or as a user who may use sudo.');
  // A machine sold with 4 GiB shows a little less: firmware and kernel keep some.
  if (facts.memoryBytes < needs.memoryBytes * 0.9)
    error(
      `The machine has ${gib(facts.memoryBytes)} of memory; Labcast and one lab need ${gib(needs.memoryBytes)}.`,
      'Add memory.',
    );
  if (facts.diskFreeBytes < needs.diskFreeBytes)
    error(
      `Only ${gib(facts.diskFreeBytes)} are free below /var/lib; ${gib(needs.diskFreeBytes)} are needed for the images and the storage pool.`,
      'Free some space, or mount a larger disk there, or give LABCAST_POOL_SOURCE=/dev/... a disk of its own.',
    );
  if (facts.missingKernelFeatures.length > 0)
    error(
      `The kernel ${facts.kernel} lacks ${facts.missingKernelFeatures.join(', ')}.`,
      "Boot Debian's own kernel (package linux-image-amd64 or linux-image-arm64).",
    );
  if (facts.cpus < 2)
    warning('The machine has one core; labs will start slowly.', 'Use two cores or more.');
  return findings;
}

/** The machine in one line, for the person who watches. */
export function describeMachine(facts: MachineFacts): string {
  return [
    facts.prettyName,
    `kernel ${facts.kernel}`,
    `${String(facts.cpus)} cores`,
    `${gib(facts.memoryBytes)} memory`,
    `${gib(facts.diskFreeBytes)} free disk`,
    `cgroup ${facts.cgroup}`,
    facts.systemd ? 'systemd' : 'no systemd',
    facts.appArmor ? 'AppArmor' : 'no AppArmor',
    facts.kvm ? 'KVM' : 'no KVM',
  ].join(', ');
}

export function gib(bytes: number): string {
  return `${(bytes / gibibyte).toFixed(bytes < 10 * gibibyte ? 1 : 0)} GiB`;
}
