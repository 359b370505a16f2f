import type { DesiredEnvironment } from '../environment/desired.ts';
import { labels } from '../environment/names.ts';
import type { Step } from './step.ts';

/** What makes two steps take about as long on one host; undefined for those that take no time to speak of. */
export function stepKind({ action }: Step, desired: DesiredEnvironment): string | undefined {
  const imageOf = (name: string): string =>
    desired.instances.find((instance) => instance.name === name)?.config[labels.image] ?? 'gateway';
  switch (action.type) {
    case 'ensure-bridge':
    case 'remove-bridge':
    case 'set-egress':
      return undefined;
    case 'create-instance':
      return `${action.type} ${imageOf(action.instance.name)}`;
    case 'start-instance':
    case 'stop-instance':
    case 'remove-instance':
    case 'wait-guest':
      return `${action.type} ${imageOf(action.instance)}`;
    case 'update-instance':
      return action.then === 'restart' ? `restart-instance ${imageOf(action.instance)}` : undefined;
    // Other files and commands take another time.
    case 'provision':
      return `${action.type} ${action.provision.hash}`;
    case 'wait-cluster':
      return `${action.type} ${String(action.nodes.length)}`;
    case 'join-worker':
    case 'remove-app':
      return action.type;
    case 'apply-app':
    case 'wait-app':
      return `${action.type} ${action.app.hash}`;
  }
}
