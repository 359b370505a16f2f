import { printSize } from '../units/size.ts';
import type { DesiredInstance } from './desired.ts';
import type { InstanceHealth } from './observed.ts';

/** The last of it is gone in a moment: programs fail before every byte is taken. */
const fullShare = 0.97;

/** Whether a disk is as good as full. */
export function isFull({ diskUsedBytes, diskLimitBytes }: InstanceHealth): boolean {
  return diskLimitBytes > 0 && diskUsedBytes >= diskLimitBytes * fullShare;
}

/** What is the matter with a machine that runs, in a teacher's words, and the way forward. */
export function describeHealth(
  { element, config, role }: DesiredInstance,
  health: InstanceHealth,
): { readonly reason: string; readonly remedy: string } | undefined {
  if (isFull(health)) {
    return {
      reason: `The disk of ${element} is full (${printSize(health.diskLimitBytes)}).`,
      remedy:
        role === 'gateway'
          ? 'Restart the whole lab, and tell the administrator of the server.'
          : 'Delete what is not needed in it, or give it more storage.',
    };
  }
  if (health.memoryKilledAt === undefined) return undefined;
  const memory = printSize(Number(config['limits.memory'] ?? 0));
  return {
    reason: `${element} ran out of memory (${memory}), so Linux ended a program in it.`,
    remedy: 'Give it more memory, or run less in it. A restart brings back what was ended.',
  };
}
