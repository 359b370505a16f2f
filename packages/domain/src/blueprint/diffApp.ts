import { printSize } from '../units/size.ts';
import type { AppElement } from './blueprint.ts';
import type { Change } from './change.ts';
import { isEqual } from './change.ts';

/** An app is made anew in its cluster whenever it differs; only its volume holds data. */
export function diffApp(name: string, before: AppElement, after: AppElement): Change[] {
  const volumeLoss = describeVolumeLoss(name, before, after);
  if (volumeLoss !== undefined)
    return [{ action: 'replace', element: name, destroysData: true, message: volumeLoss }];
  const change = { element: name, destroysData: false };
  if (before.on !== after.on)
    return [
      { ...change, action: 'replace', message: `${name} moves from ${before.on} to ${after.on}.` },
    ];
  const { replicas, port } = after;
  if (isEqual({ ...before, replicas, port }, after))
    return [
      {
        ...change,
        action: 'change',
        message: `${name} runs ${replicas} times and answers on port ${port}.`,
      },
    ];
  return [
    {
      ...change,
      action: 'restart',
      message: `${name} restarts with its new settings${after.volume ? '; its volume stays' : ''}.`,
    },
  ];
}

/** A volume keeps the size and the cluster that it was made with, so another one means a new volume. */
function describeVolumeLoss(
  name: string,
  before: AppElement,
  after: AppElement,
): string | undefined {
  if (!before.volume) return undefined;
  if (before.on !== after.on)
    return `${name} moves from ${before.on} to ${after.on}; what is in its volume is deleted.`;
  if (!after.volume) return `${name} loses its volume; what is in it is deleted.`;
  if (before.volume.sizeBytes === after.volume.sizeBytes) return undefined;
  return (
    `${name} gets a new volume of ${printSize(after.volume.sizeBytes)} instead of ` +
    `${printSize(before.volume.sizeBytes)}; what is in the old one is deleted.`
  );
}
