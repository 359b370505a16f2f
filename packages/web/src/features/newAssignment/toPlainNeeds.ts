import type { PlainNeeds } from '@labcast/api-client';

/** What is in the form. */
export interface NeedsForm {
  readonly students: number;
  readonly containers: number;
  readonly desktop: boolean;
  readonly vm: boolean;
  readonly webserver: boolean;
  readonly nodes: number;
  readonly internet: boolean;
  readonly hasOwnSizes: boolean;
  readonly cpu: string;
  readonly memory: string;
  readonly storage: string;
}

export const usualNeeds: NeedsForm = {
  students: 30,
  containers: 1,
  desktop: false,
  vm: false,
  webserver: false,
  nodes: 0,
  internet: true,
  hasOwnSizes: false,
  cpu: '1',
  memory: '1GiB',
  storage: '4GiB',
};

/** As the server is asked; undefined while nothing was chosen. */
export function toPlainNeeds(form: NeedsForm): PlainNeeds | undefined {
  const { students, containers, desktop, vm, webserver, nodes, internet } = form;
  const things = {
    ...(containers > 0 && { container: { count: containers } }),
    ...(desktop && { desktop }),
    ...(vm && { vm }),
    ...(webserver && { webserver }),
    ...(nodes > 0 && { cluster: { nodes } }),
  };
  if (students < 1 || Object.keys(things).length === 0) return undefined;
  return { students, internet, ...things, ...(form.hasOwnSizes && ownSizes(form)) };
}

/** Those left empty stay usual. */
function ownSizes({ cpu, memory, storage }: NeedsForm): Record<string, string> {
  const sizes = Object.entries({ cpu, memory, storage }).map(([key, size]) => [key, size.trim()]);
  return Object.fromEntries(sizes.filter(([, size]) => size !== '')) as Record<string, string>;
}
