import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCanvas } from './canvas/measureCanvas.ts';
import { measureClass } from './class/measureClass.ts';
import { measureClicks } from './consoles/measureClicks.ts';
import { measureSockets } from './consoles/measureSockets.ts';
import { measureFootprint } from './footprint.ts';
import type { Case } from './measure.ts';
import { measure } from './measure.ts';
import { measureStarts } from './measureStarts.ts';
import { measureNeighbours } from './neighbours/measureNeighbours.ts';
import { printSeconds, statistics } from './statistics.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    /** Names of `parts`, with commas; all of them by default. */
    only: { type: 'string' },
    /** Sizes of classes, with commas. */
    students: { type: 'string' },
  },
});
const runs = Number(values.runs);

const cases: Case[] = [
  {
    title: 'web server on Kubernetes, until its page answers',
    type: 'webserver',
    parameters: { cpu: '1', memory: '1GiB', storage: '4GiB' },
    page: { element: 'web', port: 80 },
  },
  { title: 'container, until it runs', type: 'container', parameters: {} },
];

/** By hand (raw Incus calls) and by Labcast in turn. */
async function measureLabs(): Promise<void> {
  console.log(
    `Seconds, ${String(runs)} runs each, by hand (raw Incus calls) and by labcast in turn.`,
  );
  for (const subject of cases) {
    console.log(`\n${subject.title}`);
    const { floor, labcast } = await measure(subject, runs);
    for (const work of ['create', 'destroy'] as const) {
      const ratio = statistics(labcast[work]).median / statistics(floor[work]).median;
      console.log(`  ${work.padEnd(8)} by hand  ${printSeconds(floor[work])}`);
      console.log(
        `  ${' '.repeat(8)} labcast  ${printSeconds(labcast[work])}   ratio ${ratio.toFixed(2)}`,
      );
    }
  }
}

const parts: Record<string, () => Promise<void>> = {
  labs: measureLabs,
  starts: () => measureStarts(Math.min(runs, 3)),
  clicks: measureClicks,
  sockets: measureSockets,
  canvas: measureCanvas,
  footprint: measureFootprint,
  neighbours: measureNeighbours,
  class: () => measureClass(values.students?.split(',').map(Number)),
};

const chosen = values.only?.split(',') ?? Object.keys(parts);
const unknown = chosen.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined)
  throw new Error(`There is no part ${unknown}, only ${Object.keys(parts).join(', ')}.`);
for (const name of chosen) {
  await parts[name]?.();
  // Whatever else the machine did is in the figures.
  console.log(`  (load of the last minute: ${(loadavg()[0] ?? 0).toFixed(1)})`);
}
