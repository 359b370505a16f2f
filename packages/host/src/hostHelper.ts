import { join } from 'node:path';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { createLabBridges } from './bridges/labBridges.ts';
import { createUplink } from './bridges/uplink.ts';
import type { HostClient } from './client.ts';
import { createDiskComparison } from './disks/compareDisks.ts';
import { createLabFirewall } from './firewall/labFirewall.ts';
import { createFreezer } from './freezer/freezer.ts';
import { HostError } from './HostError.ts';
import type { HostOptions } from './hostOptions.ts';
import { createDiskLimits } from './quotas/diskLimits.ts';
import { createQuotaKeeper } from './quotas/recountQuotas.ts';
import type { RunCommand } from './runCommand.ts';
import { createKernelSettings } from './settings/kernelSettings.ts';
import type { WantedSetting } from './settings/wantedSettings.ts';
import { createStatusReader } from './statusReader.ts';
import { createUsageReader } from './usage/readUsage.ts';

/** What the helper's socket offers, and its own beginning and end. */
export interface HostHelper extends HostClient {
  /** Puts the firewall, the uplink and the kernel settings in place. Throws when the firewall cannot be. */
  start(): Promise<void>;
  /** Repairs what others took away; logs what it did and never throws. */
  check(): Promise<void>;
}

export interface HostHelperParts {
  readonly options: HostOptions;
  readonly wantedSettings: readonly WantedSetting[];
  readonly run: RunCommand;
  readonly log: Logger;
}

export function createHostHelper({
  options,
  wantedSettings,
  run,
  log,
}: HostHelperParts): HostHelper {
  const bridges = createLabBridges(options.bridgePrefix, options.firewallTable, run);
  const uplink = createUplink(options.uplinkBridge, options.uplinkSubnet, run);
  const firewall = createLabFirewall(options, run);
  const settings = createKernelSettings({
    wanted: wantedSettings,
    stateFile: join(options.stateDirectory, 'kernel-settings.json'),
    root: '/proc/sys',
  });
  const { getNetworks, getStatus } = createStatusReader({ options, bridges, firewall, settings });
  const keepQuotas = createQuotaKeeper(run);
  // One thing at a time: the kernel has one lock for all links anyway, and a restore must not meet a new bridge.
  const queue = new PQueue({ concurrency: 1 });
  let isRestored = false;

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => queue.add(work);

  function whileActive(work: () => Promise<void>): Promise<void> {
    return inTurn(async () => {
      if (isRestored) throw alreadyRestored();
      return work();
    });
  }

  /** No firewall, no way out of a lab: better all labs without internet than one with a way to the host. */
  async function orShut<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof HostError && cause.kind === 'rejected') throw cause;
      await uplink.shut();
      throw noFirewall(cause);
    }
  }

  async function repair(): Promise<void> {
    const reason = await orShut(() => firewall.ensure());
    if (reason !== undefined) log.warn({ reason }, 'firewall put back');
    await uplink.ensure();
    const changed = await settings.ensure();
    if (changed.length > 0) log.info({ changed }, 'kernel settings changed');
    const pools = await keepQuotas();
    if (pools.length > 0) log.warn({ pools }, 'disks counted anew: limits did not hold');
  }

  /** Takes everything of ours away; the firewall after all that it kept apart. */
  async function takeDown(): Promise<void> {
    isRestored = true;
    for (const bridge of bridges.list()) await bridges.remove(bridge);
    await uplink.remove();
    await firewall.remove();
    await settings.restore();
  }

  return {
    start: () => inTurn(() => orShut(() => firewall.start()).then(repair)),
    check: () =>
      inTurn(async () => {
        if (!isRestored)
          await repair().catch((error: unknown) => log.error({ error }, 'check failed'));
      }),
    getStatus: () => inTurn(getStatus),
    getNetworks,
    ...besideTheQueue(options, run),
    ensureBridge: (name) => whileActive(() => bridges.ensure(name)),
    removeBridge: (name) => inTurn(() => bridges.remove(name)),
    setEgress: (...change) => whileActive(() => orShut(() => firewall.setEgress(...change))),
    restore: () => inTurn(takeDown),
    close: () => queue.onIdle(),
  };
}

/** What changes no network; machines that stand still must not wait for one. */
function besideTheQueue({ poolsDirectory }: HostOptions, run: RunCommand) {
  return {
    getUsage: createUsageReader(run),
    compareDisks: createDiskComparison(poolsDirectory),
    ...createFreezer(),
    ...createDiskLimits(run),
  };
}

function alreadyRestored(): HostError {
  return new HostError(
    'refused',
    'The host was restored: its firewall is gone. Start the host helper again.',
  );
}

function noFirewall(cause: unknown): HostError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HostError(
    'refused',
    `The firewall cannot be put in place, so all labs are cut off from the internet: ${reason}`,
    cause,
  );
}
