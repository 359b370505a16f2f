import { printSize, writeSize } from '../units/size.ts';
import type { ClassLimit, PresentLab } from './classLimits.ts';
import type { InstanceNeeds, Needs } from './estimateNeeds.ts';

/** Something that would make a class fit, or help. */
export interface WayOut {
  readonly kind: 'fewer-students' | 'smaller' | 'stop-labs' | 'free-storage';
  /** An imperative sentence with the numbers. */
  readonly message: string;
  /** How many students it is enough for, of `fewer-students`. */
  readonly students?: number;
  /** Which element to make smaller, of `smaller`, and to what; without a size there is no single one that is enough. */
  readonly element?: string;
  readonly field?: 'memory' | 'storage';
  readonly size?: string;
  /** Which labs, of `stop-labs`. */
  readonly labs?: readonly string[];
}

interface Shortage {
  readonly students: number;
  readonly copies: number;
  readonly most: number;
  readonly needs: Needs;
  readonly labs: readonly PresentLab[];
  readonly short: readonly ClassLimit[];
  readonly isTooLarge: boolean;
}

const mebibyte = 1024 ** 2;

export function waysOut(shortage: Shortage): WayOut[] {
  const { students, copies, most, needs, labs, short, isTooLarge } = shortage;
  if (short.length === 0) return [];
  const fewer: WayOut[] =
    isTooLarge || most < 1
      ? []
      : [
          {
            kind: 'fewer-students',
            message: `Deploy to ${most} of the ${students} students now.`,
            students: most,
          },
        ];
  return [
    ...fewer,
    ...makeSmaller(needs, short, copies),
    ...stopLabs(labs, short, copies),
    ...freeStorage(short),
  ];
}

/** The largest instance alone, so that it is enough; otherwise the advice is to lower it without a number. */
function makeSmaller({ instances }: Needs, short: readonly ClassLimit[], copies: number): WayOut[] {
  const limit = short.find(({ of, resource }) => of === 'promise' && resource !== 'addresses');
  const idle = short.find(({ of, resource }) => of === 'now' && resource === 'memory');
  if (!limit) return idle ? useFewer(instances) : [];
  const field = limit.resource === 'memory' ? 'memory' : 'storage';
  const of = (one: InstanceNeeds) => (field === 'memory' ? one.memoryBytes : one.storageBytes);
  const [largest] = instances.toSorted((a, b) => of(b) - of(a));
  if (!largest) return [];
  const tooMuch = limit.perCopy - limit.available / copies;
  // A node of a cluster has the size of the others.
  const alike = instances.filter((one) => of(one) === of(largest));
  const step = 64 * mebibyte;
  const enough = Math.floor((of(largest) - tooMuch / alike.length) / step) * step;
  const isPossible = enough >= Math.max(step, of(largest) / 8);
  const element = largest.name;
  const has = `${printSize(of(largest))} for each of ${copies} copies`;
  const way = { kind: 'smaller', element, field } as const;
  if (!isPossible) return [{ ...way, message: `Lower ${field} of ${element} (${has}), the most.` }];
  const size = writeSize(enough);
  const names = alike.map(({ name }) => name).join(', ');
  return [{ ...way, message: `Lower ${field} of ${names} from ${has} to ${size}.`, size }];
}

function useFewer(instances: readonly InstanceNeeds[]): WayOut[] {
  const [largest] = instances.toSorted((a, b) => b.idleMemoryBytes - a.idleMemoryBytes);
  if (!largest) return [];
  const { name, idleMemoryBytes } = largest;
  return [
    {
      kind: 'smaller',
      message: `Do without ${name}, which takes ${printSize(idleMemoryBytes)} in each copy even when nobody uses it.`,
      element: name,
      field: 'memory',
    },
  ];
}

/** The fewest labs whose memory is enough, or all of them. A promise ends only with the lab. */
function stopLabs(
  labs: readonly PresentLab[],
  short: readonly ClassLimit[],
  copies: number,
): WayOut[] {
  const promise = short.find(({ of, resource }) => of === 'promise' && resource === 'memory');
  const now = short.find(({ of, resource }) => of === 'now' && resource === 'memory');
  const limit = promise ?? now;
  if (!limit) return [];
  const freedBy = ({ needs }: PresentLab) => (promise ? needs.memoryBytes : needs.idleMemoryBytes);
  const candidates = labs
    .filter(({ isOwn = false, isRunning }) => !isOwn && (isRunning || promise !== undefined))
    .toSorted((a, b) => freedBy(b) - freedBy(a));
  if (candidates.length === 0) return [];
  const lacking = limit.perCopy * copies - limit.available;
  const chosen: PresentLab[] = [];
  let freed = 0;
  for (const lab of candidates) {
    if (freed >= lacking) break;
    chosen.push(lab);
    freed += freedBy(lab);
  }
  const names = chosen.map(({ name }) => name);
  const deed = promise ? 'Delete' : 'Stop';
  const which = names.length > 4 ? `${names.length} labs` : names.join(', ');
  const enough = freed >= lacking ? '' : ` of the ${printSize(lacking)} that lack`;
  return [
    {
      kind: 'stop-labs',
      message: `${deed} ${which} if nobody needs them now: that gives ${printSize(freed)}${enough}.`,
      labs: names,
    },
  ];
}

function freeStorage(short: readonly ClassLimit[]): WayOut[] {
  if (!short.some(({ of, resource }) => of === 'now' && resource === 'storage')) return [];
  const message =
    'Make room in the storage pool: delete checkpoints, disk images or labs that nobody needs, or make it larger.';
  return [{ kind: 'free-storage', message }];
}
