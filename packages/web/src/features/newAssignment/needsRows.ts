import type { NeedsPlan } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { needsText } from './newAssignmentText.ts';

interface NeedsRow {
  readonly title: string;
  readonly each: string;
  readonly whole: string;
  readonly here: string;
}

type Amounts = Partial<Record<string, unknown>>;

/** The numbers of an answer, beside what there is of each. */
export function needsRows({ needs, class: whole, host }: NeedsPlan): NeedsRow[] {
  const { rows } = needsText;
  const each: Amounts = { ...needs, instances: needs.instances.length, addresses: 1 };
  const here: Partial<Record<string, string>> = host ? describeHost(host) : {};
  return (
    [
      ['idleMemoryBytes', rows.idle],
      ['memoryBytes', rows.memory],
      ['writtenBytes', rows.written],
      ['storageBytes', rows.disk],
      ['cpu', rows.cpu],
      ['instances', rows.machines],
      ['addresses', rows.addresses],
    ] as const
  ).map(([key, title]) => ({
    title,
    each: printAmount(key, each[key]),
    whole: printAmount(key, whole?.[key]),
    here: here[key] ?? '',
  }));
}

function printAmount(key: string, amount: unknown): string {
  if (typeof amount !== 'number') return '';
  return key.endsWith('Bytes') ? printSize(amount) : String(Math.round(amount * 10) / 10);
}

function describeHost(host: NonNullable<NeedsPlan['host']>) {
  const { promised, overcommit } = host;
  const left = (has: number, factor: number, given: number) =>
    needsText.promise(printSize(Math.max(0, has * factor - given)));
  return {
    idleMemoryBytes: needsText.free(printSize(host.memoryAvailableBytes)),
    memoryBytes: left(host.memoryTotalBytes, overcommit.memory, promised.memoryBytes),
    writtenBytes: needsText.free(printSize(host.poolTotalBytes - host.poolUsedBytes)),
    storageBytes: left(host.poolTotalBytes, overcommit.storage, promised.storageBytes),
    cpu: needsText.cores(host.cpus),
    addresses: needsText.free(String(host.addresses - host.addressesUsed)),
  };
}
