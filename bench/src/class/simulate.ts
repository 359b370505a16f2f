import { parseArgs } from 'node:util';
import { printSimulation, simulateClass } from './simulateClass.ts';

/** Needs no Incus and no root but PostgreSQL's programs: `npm run simulate --workspace bench -- --environments 1000`. */
const { values } = parseArgs({ options: { environments: { type: 'string', default: '1000' } } });
printSimulation(await simulateClass(Number(values.environments)));
