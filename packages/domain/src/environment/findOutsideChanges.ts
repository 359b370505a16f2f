import type { DesiredEnvironment, DesiredInstance } from './desired.ts';
import type { ObservedEnvironment } from './observed.ts';

/** What was heard of an instance: whether the stop that was seen last was asked for in Incus. */
export type StopHint = 'asked-for' | 'from-inside';

export interface OutsideChange {
  readonly element: string;
  readonly message: string;
}

/**
 * What somebody or something did to the machines of a lab that was as wanted and should be so still. `hint` knows more of
 * some instances.
 */
export function findOutsideChanges(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  hint: (instance: string) => StopHint | undefined,
): OutsideChange[] {
  if (desired.wanted !== 'running') return [];
  return desired.instances.flatMap((instance) => {
    if (instance.stopped) return [];
    const found = observed.instances.find(({ name }) => name === instance.name);
    // The loss of one is told together with the loss of its ledger row.
    if (!found || found.state === 'running') return [];
    const message = tell(partOf(instance), found.state, hint(instance.name));
    return [{ element: instance.element, message }];
  });
}

function tell(
  part: string,
  state: 'stopped' | 'frozen' | 'error',
  hint: StopHint | undefined,
): string {
  if (state === 'frozen') return `Somebody paused ${part} in Incus.`;
  if (state === 'error') return `${part} broke in Incus. Labcast is making it anew.`;
  switch (hint) {
    case 'asked-for':
      return `Somebody stopped ${part} in Incus. Labcast is starting it again.`;
    case 'from-inside':
      return `${part} was shut down from inside. Labcast is starting it again.`;
    case undefined:
      return `${part} was stopped outside of Labcast, which is starting it again.`;
  }
}

/** `web`, `cluster`, `cluster-2`; names begin with the environment's key. */
function partOf({ name }: DesiredInstance): string {
  return name.slice(name.indexOf('-') + 1);
}
