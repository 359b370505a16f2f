import type { Step } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { applyApp, removeApp, waitForApp } from '../resources/app/app.ts';
import { joinWorker } from '../resources/cluster/joinWorker.ts';
import { waitForCluster } from '../resources/cluster/waitForCluster.ts';
import { createInstance } from '../resources/instance/createInstance.ts';
import { removeInstance } from '../resources/instance/removeInstance.ts';
import { updateInstance } from '../resources/instance/updateInstance.ts';
import { stopInstance } from '../resources/instance/stopInstance.ts';
import { waitForGuest } from '../resources/vm/waitForGuest.ts';
import { provision } from '../resources/machine/provision.ts';

/** Does one step. The switch is complete by the compiler; each kind of resource has a folder of its own. */
export async function carryOut(
  step: Step,
  environment: Environment,
  deps: ReconcileDeps,
  { signal, tellPlace }: { signal: AbortSignal; tellPlace: (place: number | undefined) => void },
): Promise<void> {
  const { action } = step;
  const { incus, host, store } = deps;
  // Those who still wait for their turn have not begun, so an abort keeps them from it.
  const inTurn = (work: () => Promise<void>): Promise<void> =>
    deps.inTurn(() => {
      signal.throwIfAborted();
      return work();
    }, tellPlace);
  switch (action.type) {
    case 'ensure-bridge':
      await store.openLedgerRow(environment.id, 'bridge', action.bridge);
      return host.ensureBridge(action.bridge);
    case 'remove-bridge':
      return host.removeBridge(action.bridge);
    case 'set-egress':
      if (action.allowed) await store.openLedgerRow(environment.id, 'egress', action.uplinkAddress);
      return host.setEgress(action.uplinkAddress, action.allowed);
    case 'create-instance':
      await store.openLedgerRow(environment.id, 'instance', action.instance.name);
      return inTurn(() => createInstance(action.instance, incus));
    case 'start-instance':
      return inTurn(() => incus.startInstance(action.instance));
    case 'stop-instance':
      return inTurn(() => stopInstance(action, incus));
    case 'remove-instance':
      return inTurn(() => removeInstance(action, environment, deps));
    case 'update-instance':
      return inTurn(() => updateInstance(action, incus));
    case 'provision':
      return provision(action, incus, signal);
    case 'wait-guest':
      return waitForGuest(action, incus, signal);
    case 'join-worker':
      return joinWorker(action, incus, signal);
    case 'wait-cluster':
      return waitForCluster(action, incus, signal, deps.timings.pollNodes);
    case 'apply-app':
      return applyApp(action.app, incus, signal);
    case 'wait-app':
      return waitForApp(action.app, incus, signal);
    case 'remove-app':
      return removeApp(action, incus, signal);
  }
}
