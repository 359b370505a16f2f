/**
 * Paths that change by themselves when a machine runs: nobody's work. Everything below a folder that ends with a slash, and
 * files of exactly the other names.
 */
const noise = [
  '/dev/',
  '/proc/',
  '/run/',
  '/sys/',
  '/tmp/',
  '/var/tmp/',
  '/var/log/',
  '/var/cache/',
  '/var/lib/systemd/',
  '/var/lib/dhcp/',
  '/var/lib/apt/',
  '/var/lib/ucf/',
  '/var/lib/private/',
  '/var/lib/labcast/',
  // An empty folder on the disk: what is seen there is another one.
  '/mnt/before',
  '/etc/ssh/ssh_host_',
  '/etc/machine-id',
  '/etc/hostname',
  '/etc/hosts',
  '/etc/resolv.conf',
  '/etc/mtab',
  '/etc/.pwd.lock',
  '/etc/ld.so.cache',
  '/root/.bash_history',
  '/root/.lesshst',
];

/** Whether a change of that file tells nothing about what somebody did. */
export function isNoise(path: string): boolean {
  return noise.some((one) =>
    one.endsWith('/') || one.endsWith('_')
      ? path.startsWith(one) || path === one.slice(0, -1)
      : path === one,
  );
}
