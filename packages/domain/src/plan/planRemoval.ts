import type { DesiredEnvironment } from '../environment/desired.ts';
import { labels } from '../environment/names.ts';
import type { ObservedEnvironment } from '../environment/observed.ts';
import type { Step } from './step.ts';

/** Everything that is there goes, whatever the blueprint says: a broken or missing file never keeps a lab alive. */
export function planRemoval(desired: DesiredEnvironment, observed: ObservedEnvironment): Step[] {
  const egress = observed.egress
    ? [
        {
          id: 'egress',
          title: 'Close the way to the internet',
          needs: [],
          action: {
            type: 'set-egress' as const,
            uplinkAddress: desired.uplinkAddress,
            allowed: false,
          },
        },
      ]
    : [];
  const instances = observed.instances.map((instance): Step => {
    const element = instance.config[labels.element];
    return {
      id: `remove ${instance.name}`,
      title: `Remove ${element ?? instance.name}`,
      ...(element !== undefined && { element }),
      needs: [],
      action: { type: 'remove-instance', instance: instance.name },
    };
  });
  const bridges = observed.bridges.map((bridge): Step => ({
    id: `remove bridge ${bridge}`,
    title: 'Remove the networks',
    // A bridge that goes under a running machine would leave its interface dangling.
    needs: instances.map(({ id }) => id),
    action: { type: 'remove-bridge', bridge },
  }));
  return [...egress, ...instances, ...bridges];
}
