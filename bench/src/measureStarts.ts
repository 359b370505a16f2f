import { makeLab, removeLab } from './labcast/labcastLab.ts';
import { printSeconds, secondsOf } from './statistics.ts';

/** Their images may be built, or not: then making them takes minutes once, which is not what is measured. */
const types = ['desktop', 'vm'] as const;

/** Desktops and virtual machines by the command line: until all of it is ready, and until all of it is gone. */
export async function measureStarts(runs: number): Promise<void> {
  console.log('\nDesktops and virtual machines, until they are ready');
  for (const type of types) {
    const create: number[] = [];
    const destroy: number[] = [];
    for (let number = 0; number < runs; number++) {
      const name = `bench-${type}-${String(number)}`;
      create.push(await secondsOf(() => makeLab(type, {}, name)));
      destroy.push(await secondsOf(() => removeLab(name)));
    }
    console.log(`  ${type.padEnd(8)} create  ${printSeconds(create)}`);
    console.log(`  ${' '.repeat(8)} destroy ${printSeconds(destroy)}`);
  }
}
