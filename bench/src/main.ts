import { parseArgs } from 'node:util';
import { measureClicks } from './consoles/measureClicks.ts';
import { measureSockets } from './consoles/measureSockets.ts';
import { measureFootprint } from './footprint.ts';
import type { Case } from './measure.ts';
import { measure } from './measure.ts';
import { printSeconds, statistics } from './statistics.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
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
await measureClicks();
await measureSockets();
await measureFootprint();
