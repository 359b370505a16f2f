import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findAccount } from '../account/ensureAccount.ts';
import { removeBootFolders } from '../account/ensureBootFolders.ts';
import { askIncus, ensureIncus } from '../incus/ensureIncus.ts';
import { withIncus } from '../incus/withIncus.ts';
import type { Context } from '../run/context.ts';
import type { Step } from '../run/steps.ts';
import { createRunner } from '../services/createRunner.ts';
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

/** The helper's own program knows what the kernel settings were; it is asked when no helper serves any more. */
async function restoreHost(context: Context): Promise<string> {
  await createRunner(context).remove('host');
  const { settings } = context;
  const main = join(context.repository, 'packages', 'host', 'src', 'main.ts');
  const { exitCode } = await context.run(process.execPath, [main, 'restore'], {
    environment: {
      ...settings.explicit,
      LABCAST_STATE_DIR: settings.stateDir,
      LABCAST_RUN_DIR: settings.runDir,
      LABCAST_HOST_GROUP: settings.user,
    },
    mayFail: true,
  });
  await removeNetworkByHand(context);
  return exitCode === 0 ? 'done' : `without the host helper, which failed: see ${context.log.path}`;
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
