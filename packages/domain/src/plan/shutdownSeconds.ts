import type { InstanceRole } from '../environment/desired.ts';

/** A machine writes its files and ends its services. */
const ofMachine = 20;

/** A guest has 50 seconds to power itself off, the container around it the rest. */
const ofVm = 75;

/** What an instance is given to end cleanly before it is switched off. */
export function shutdownSeconds(role: InstanceRole): number {
  return role === 'vm' ? ofVm : ofMachine;
}
