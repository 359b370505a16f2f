import { describeIncusClient } from './testing/contract.ts';
import { createRealTestBed } from './testing/createRealTestBed.ts';

describeIncusClient('the real Incus', () => createRealTestBed());
