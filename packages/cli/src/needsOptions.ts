import type { PlainNeeds } from '@labcast/api-client';
import type { Command } from 'commander';
import { wrongUse } from './commandError.ts';

/** Plain needs as they are written on a command line. */
export interface NeedsOptions {
  readonly students?: string;
  readonly machines?: string;
  readonly desktop?: boolean;
  readonly vm?: boolean;
  readonly webserver?: boolean;
  readonly nodes?: string;
  readonly internet: boolean;
  readonly cpu?: string;
  readonly memory?: string;
  readonly storage?: string;
}

export function addNeedsOptions(command: Command): Command {
  return command
    .option('--students <count>', 'how many students there are')
    .option('--machines <count>', 'Linux machines for each')
    .option('--desktop', 'a desktop for each')
    .option('--vm', 'a virtual machine for each')
    .option('--webserver', 'a web server for each')
    .option('--nodes <count>', 'a Kubernetes cluster of so many nodes for each')
    .option('--no-internet', 'no way out of the lab')
    .option('--cpu <cores>', 'of each machine (default: what is usual)')
    .option('--memory <size>', 'of each machine, such as 2GiB (default: what is usual)')
    .option('--storage <size>', 'of each machine, such as 8GiB (default: what is usual)');
}

/** Throws wrong use for a count that is no number. */
export function readNeeds(options: NeedsOptions): PlainNeeds {
  const { students, machines, desktop, vm, webserver, nodes, internet } = options;
  const { cpu, memory, storage } = options;
  return {
    students: count('--students', students ?? '1'),
    ...(machines !== undefined && { container: { count: count('--machines', machines) } }),
    ...(nodes !== undefined && { cluster: { nodes: count('--nodes', nodes) } }),
    ...(desktop && { desktop }),
    ...(vm && { vm }),
    ...(webserver && { webserver }),
    internet,
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory }),
    ...(storage !== undefined && { storage }),
  };
}

function count(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw wrongUse(`${option} ${text} is not a whole number.`, `Write for example ${option} 30.`);
}
