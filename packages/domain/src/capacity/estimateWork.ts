import type { Blueprint, Element } from '../blueprint/blueprint.ts';

/** What making one copy of a lab costs once. */
export interface Work {
  /** Seconds of one core: what a class of many copies waits for. */
  readonly coreSeconds: number;
  /** Seconds that one copy takes alone, however many cores there are. */
  readonly seconds: number;
  /** Written to disk until it is ready. All else is shared with the image, copy-on-write. */
  readonly writtenBytes: number;
}

const mebibyte = 1024 ** 2;
const nothing: Work = { coreSeconds: 0, seconds: 0, writtenBytes: 0 };

/** Bridge, gateway and Incus's own work included in `environment`. */
const measured = {
  environment: { coreSeconds: 0.6, seconds: 0.3, writtenBytes: mebibyte / 4 },
  container: { coreSeconds: 0.7, seconds: 0.4, writtenBytes: 1 * mebibyte },
  /** The guest starts in software emulation; with KVM it is quicker. */
  vm: { coreSeconds: 30, seconds: 35, writtenBytes: 60 * mebibyte },
  controlPlane: { coreSeconds: 7, seconds: 5, writtenBytes: 12 * mebibyte },
  worker: { coreSeconds: 3, seconds: 3, writtenBytes: 2 * mebibyte },
  app: { coreSeconds: 0.3, seconds: 0.5, writtenBytes: 1 * mebibyte },
} as const satisfies Record<string, Work>;

/** For people: what the minutes and the disk of a forecast rest on. */
export const workBasis =
  'Minutes and disk are those of single labs measured on 2 cores: a container 0.7 core seconds and 1 MiB, the first node of a ' +
  'cluster 7 and 12 MiB, each further node 3 and 2 MiB, a virtual machine without KVM 30 and 60 MiB. All else on a disk is ' +
  'shared with the image. Commands in the lab.yaml and what people write later come on top.';

export function estimateWork({ elements }: Blueprint): Work {
  const all = Object.values(elements).map(workOf);
  const slowest = Math.max(0, ...all.map(({ seconds }) => seconds));
  const sum = [measured.environment, ...all].reduce(add, nothing);
  // Elements of one copy start side by side; an app waits for its cluster.
  const apps = all.length > 0 && Object.values(elements).some(({ kind }) => kind === 'app');
  const seconds = measured.environment.seconds + slowest + (apps ? measured.app.seconds : 0);
  return { ...sum, seconds };
}

/** Seconds until all copies are ready: either the cores are busy all the time, or one copy takes that long. */
export function secondsFor(copies: number, work: Work, cpus: number): number {
  return Math.max(work.seconds, (copies * work.coreSeconds) / cpus);
}

function workOf(element: Element): Work {
  if (element.kind !== 'cluster') return measured[element.kind];
  const workers = Array.from({ length: element.nodes - 1 }, () => measured.worker);
  return [measured.controlPlane, ...workers].reduce(add, nothing);
}

function add(a: Work, b: Work): Work {
  return {
    coreSeconds: a.coreSeconds + b.coreSeconds,
    seconds: Math.max(a.seconds, b.seconds),
    writtenBytes: a.writtenBytes + b.writtenBytes,
  };
}
