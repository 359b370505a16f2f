import type { Problem } from '../errors.ts';
import { printSize } from '../units/size.ts';
import type { Overcommit } from './admit.ts';
import { defaultOvercommit } from './admit.ts';
import type { ClassLimit, PresentLab } from './classLimits.ts';
import { classLimits } from './classLimits.ts';
import type { Needs } from './estimateNeeds.ts';
import type { Work } from './estimateWork.ts';
import { secondsFor } from './estimateWork.ts';
import { findTooLarge } from './findTooLarge.ts';
import type { HostObservation } from './hostObservation.ts';
import type { WayOut } from './waysOut.ts';
import { waysOut } from './waysOut.ts';

/** A new assignment has its dev environment made first, a first promotion makes prod. */
export type AlsoMade = 'dev' | 'prod';

export interface ClassPlan {
  readonly students: number;
  /** An environment that is made beside the students'. */
  readonly also?: AlsoMade;
  /** Of one copy. */
  readonly needs: Needs;
  readonly work: Work;
  /** 0 for labs that are there already, and change. */
  readonly addressesEach?: 0 | 1;
  readonly host: HostObservation;
  /** All that are there, running or not. */
  readonly labs: readonly PresentLab[];
  readonly overcommit?: Overcommit;
}

/** Of all copies together: the students' and what is made beside them. */
export interface ClassNeeds {
  readonly copies: number;
  readonly instances: number;
  readonly cpu: number;
  /** At most, at least. */
  readonly memoryBytes: number;
  readonly idleMemoryBytes: number;
  /** At most, and what is written until all are ready. */
  readonly storageBytes: number;
  readonly writtenBytes: number;
  readonly addresses: number;
  /** Until all are ready, begun at once. */
  readonly seconds: number;
}

export interface ClassForecast {
  readonly class: ClassNeeds;
  readonly fits: boolean;
  /** How many students it is enough for now; 0 when not even what is made beside them fits. */
  readonly most: number;
  /** Everything that is in the way, with the numbers. */
  readonly problems: readonly Problem[];
  /** What can be done about it, the least effort first; empty when it fits. */
  readonly waysOut: readonly WayOut[];
}

/** What a class will take on this host, and whether it fits beside the labs that are there. */
export function forecastClass(plan: ClassPlan): ClassForecast {
  const { students, needs, work, host, labs, overcommit = defaultOvercommit } = plan;
  const { addressesEach = 1 } = plan;
  const others = plan.also === undefined ? 0 : 1;
  const copies = students + others;
  const limits = classLimits({ needs, work, addressesEach }, host, { labs, overcommit });
  const short = limits.filter(({ perCopy, available }) => perCopy * copies > available);
  const tooLarge = findTooLarge({ needs, host });
  const most = tooLarge.length > 0 ? 0 : Math.max(0, copiesThatFit(limits) - others);
  const problems = [...tooLarge, ...short.map((limit) => describeShortage(limit, plan))];
  return {
    class: multiply(copies, needs, { work, cpus: host.cpus, addressesEach }),
    fits: problems.length === 0,
    most: Math.min(most, students),
    problems,
    waysOut: waysOut({ ...plan, copies, most, short, isTooLarge: tooLarge.length > 0 }),
  };
}

function copiesThatFit(limits: readonly ClassLimit[]): number {
  return Math.min(
    ...limits.map(({ perCopy, available }) => Math.floor(available / Math.max(perCopy, 1))),
  );
}

function multiply(
  copies: number,
  needs: Needs,
  { work, cpus, addressesEach }: { work: Work; cpus: number; addressesEach: number },
): ClassNeeds {
  return {
    copies,
    instances: copies * needs.instances.length,
    cpu: copies * needs.cpu,
    memoryBytes: copies * needs.memoryBytes,
    idleMemoryBytes: copies * needs.idleMemoryBytes,
    storageBytes: copies * needs.storageBytes,
    writtenBytes: copies * work.writtenBytes,
    addresses: copies * addressesEach,
    seconds: secondsFor(copies, work, cpus),
  };
}

function describeShortage(limit: ClassLimit, { students, also }: ClassPlan): Problem {
  const { resource, of, perCopy, available, explain } = limit;
  const who = students === 1 ? 'One student' : `${students} students`;
  const copies = also === undefined ? students : students + 1;
  const print = (amount: number) => (resource === 'addresses' ? String(amount) : printSize(amount));
  const what = resource === 'addresses' ? 'addresses' : `of ${resource}`;
  const need = students === 1 && also === undefined ? 'needs' : 'need';
  const least = of === 'now' && resource !== 'addresses' ? 'at least ' : '';
  return {
    message:
      `${who}${also === undefined ? '' : ` and the ${also} environment`} ${need} ${least}${print(perCopy * copies)} ${what}, ` +
      `there are ${print(available)}: ${explain}.`,
    path: resource,
  };
}
