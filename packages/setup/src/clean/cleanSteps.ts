import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createHostClient } from '@labcast/host';
import { findAccount } from '../account/ensureAccount.ts';
import { removeBootFolders } from '../account/ensureBootFolders.ts';
import { askIncus, ensureIncus } from '../incus/ensureIncus.ts';
import { withIncus } from '../incus/withIncus.ts';
import { ensureRelease } from '../release/ensureRelease.ts';
import type { Context } from '../run/context.ts';
import type { Step } from '../run/steps.ts';
import { createRunner } from '../services/createRunner.ts';
import { describeServices } from '../services/describeServices.ts';
import { isReady, startService } from '../services/startServices.ts';
import {
  listForeignRunningInstances,
  removeProjectAndPool,
  removeInstances,
  removeOurImages,
} from './incusRemains.ts';
import { ourFolders } from './leftovers.ts';
import { removeNetworkByHand } from './networkRemains.ts';

/** Removes all that Labcast made, from whatever state. Each step may be repeated and finds nothing to do then. */
export function cleanSteps(context: Context, withCache: boolean): Step[] {
  const { settings } = context;
  const runner = createRunner(context);
  const hasIncus = existsSync('/usr/libexec/incus/incusd');
  return [
    {
      title: 'Stop the server',
      run: async () => {
        const outcome = await runner.ensureStopped('server');
        await runner.remove('server');
        return outcome;
      },
    },
    ...(hasIncus
      ? [
          {
            title: 'Remove the labs',
            run: async (report: (text: string) => void) => {
              // Only a running Incus can remove what it made.
              await ensureIncus(context, runner, report);
              const count = await withIncus(settings, (incus) =>
                removeInstances(incus, settings.project, report),
              );
              return `${String(count)} instances`;
            },
          },
          {
            title: 'Remove images, project and storage pool',
            run: async () => {
              const images = await removeOurImages(settings);
              await withIncus(settings, (incus) => removeProjectAndPool(incus, settings));
              return `${String(images)} images`;
            },
          },
        ]
      : []),
    {
      title: 'Put network and kernel settings back',
      run: () => restoreHost(context),
    },
    {
      title: 'Stop the database',
      run: async () => {
        const outcome = await runner.ensureStopped('postgres');
        await runner.remove('postgres');
        return outcome;
      },
    },
    ...(context.systemd
      ? []
      : [{ title: 'Stop Incus, if Labcast started it', run: () => stopOwnIncus(context) }]),
    {
      title: 'Remove user and folders',
      run: async () => {
        await removeBootFolders();
        const keepsRunning = await runner.isRunning('incus');
        for (const folder of ourFolders(context, withCache))
          if (!(keepsRunning && folder === settings.runDir))
            await rm(folder, { recursive: true, force: true });
        if (await findAccount(context))
          await context.run('userdel', [settings.user], { mayFail: true });
        return undefined;
      },
    },
  ];
}

/** The helper knows what the kernel settings were; it is started for that when it does not run. */
async function restoreHost(context: Context): Promise<string> {
  const { settings } = context;
  const runner = createRunner(context);
  const host = createHostClient({ socketPath: join(settings.runDir, 'host.sock') });
  let outcome = 'done';
  try {
    if (existsSync(settings.stateDir) && (await findAccount(context)) !== undefined) {
      if (!(await isReady(context, 'host'))) await startHostHelper(context);
      await host.restore();
    }
  } catch (error) {
    outcome = `by hand, as the host helper could not: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await host.close();
  }
  await runner.remove('host');
  await removeNetworkByHand(context);
  return outcome;
}

async function startHostHelper(context: Context): Promise<void> {
  const release = await ensureRelease(context);
  const service = describeServices({
    settings: context.settings,
    releaseFolder: release.folder,
    node: release.node,
    cluster: undefined,
    environment: process.env,
  }).find((candidate) => candidate.name === 'host');
  if (service) await startService(context, createRunner(context, release.folder), service);
}

/** An Incus that somebody else's instances run in is left alone, as is one that was there before. */
async function stopOwnIncus(context: Context): Promise<string> {
  const runner = createRunner(context);
  if (!(await runner.isRunning('incus'))) return 'it was not';
  const others =
    (await askIncus()) === undefined
      ? []
      : await listForeignRunningInstances(context.settings.project);
  if (others.length > 0) return `left running for ${others.join(', ')}`;
  await runner.remove('incus');
  await runner.remove('lxcfs');
  await context.run('umount', ['-l', '/var/lib/lxcfs'], { mayFail: true });
  return 'stopped';
}
