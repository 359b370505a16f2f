import type { ElementUsage } from '@labcast/domain';
import { labels } from '@labcast/domain';
import type { Instance } from '@labcast/incus';
import type { Environment } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { lxcName } from '../lxcName.ts';

/** What each element uses now: the forecast for a class is made of it. CPU is left to what was sampled over time. */
export async function measureUse(
  environment: Environment,
  machines: readonly Instance[],
  { incus, host }: Pick<ReconcileDeps, 'incus' | 'host'>,
): Promise<ElementUsage[]> {
  const prefix = lxcName('', incus);
  const usage = await host.getUsage(`${prefix}${environment.key}-`);
  const elements = new Map<string, ElementUsage>();
  for (const { name, config } of machines) {
    const element = config[labels.element] ?? name;
    const before = elements.get(element);
    const memory = usage.instances.find((one) => one.name === prefix + name)?.memoryBytes ?? 0;
    const disk = usage.disks.find((one) => one.name === prefix + name)?.usedBytes ?? 0;
    elements.set(element, {
      name: element,
      cpuCores: 0,
      memoryBytes: (before?.memoryBytes ?? 0) + memory,
      diskBytes: (before?.diskBytes ?? 0) + disk,
    });
  }
  return [...elements.values()];
}
