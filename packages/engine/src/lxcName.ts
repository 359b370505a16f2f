import type { IncusClient } from '@labcast/incus';

/** What LXC, and so the kernel and the host helper, call an instance: with the project in front, but for Incus's default one. */
export function lxcName(instance: string, { project }: Pick<IncusClient, 'project'>): string {
  return project === 'default' ? instance : `${project}_${instance}`;
}
