import { ensureAccount } from '../account/ensureAccount.ts';
import { ensureBootFolders } from '../account/ensureBootFolders.ts';
import { ensurePackages } from '../apt/ensurePackages.ts';
import { ensureIncus } from '../incus/ensureIncus.ts';
import { ensureIncusObjects } from '../incus/ensureIncusObjects.ts';
import { withIncus } from '../incus/withIncus.ts';
import { describeMachine, judgeMachine } from '../machine/judgeMachine.ts';
import { observeMachine } from '../machine/machineFacts.ts';
import { ensureCluster, ensureDatabase, locateCluster } from '../postgres/ensureCluster.ts';
import { ensurePages } from '../release/ensurePages.ts';
import { ensureRelease, removeOldReleases, type Release } from '../release/ensureRelease.ts';
import type { Context } from '../run/context.ts';
import type { Step } from '../run/steps.ts';
import { createRunner } from '../services/createRunner.ts';
import { describeServices } from '../services/describeServices.ts';
import type { Service } from '../services/service.ts';
import { startService } from '../services/startServices.ts';
import { rememberSettings } from '../settings/rememberedSettings.ts';
import { ensureAdminToken } from '../token/ensureAdminToken.ts';
import { buildDesignerImages, buildImages } from './buildImages.ts';
import { deploySample } from './deploySample.ts';
import { makeSetupLink } from './makeSetupLink.ts';
import { neededNow, refuseUnfit } from './neededNow.ts';

/** From a bare machine to the sample lab. Each step looks first and does only what is missing. */
export function upSteps(context: Context, progress: Progress): Step[] {
  return [...prepareMachine(context, progress), ...startLabcast(context, progress)];
}

/** What earlier steps found out for later ones, and for the person. */
export interface Progress {
  codename: string;
  release: Release | undefined;
  /** For the first administrator; undefined once there is one. */
  setupLink: string | undefined;
}

export const noProgress: Progress = { codename: '', release: undefined, setupLink: undefined };

function prepareMachine(context: Context, progress: Progress): Step[] {
  const { settings } = context;
  return [
    {
      title: 'Check the machine',
      run: async () => {
        const facts = await observeMachine(context);
        progress.codename = facts.codename;
        refuseUnfit(judgeMachine(facts, await neededNow(settings)));
        return describeMachine(facts);
      },
    },
    {
      title: 'Install the packages',
      run: (report) => ensurePackages(context, progress.codename, report),
    },
    {
      title: 'Make the user and the folders',
      run: async () => {
        const outcome = await ensureAccount(context);
        await ensureBootFolders(context);
        await ensureAdminToken(settings.stateDir);
        await rememberSettings(settings);
        return outcome;
      },
    },
    {
      title: 'Start Incus',
      run: (report) => ensureIncus(context, createRunner(context), report),
    },
    {
      title: 'Prepare storage pool and project',
      run: () => withIncus(settings, (incus) => ensureIncusObjects(context, incus)),
    },
    {
      title: 'Build images and Kubernetes',
      run: (report) => withIncus(settings, (incus) => buildImages(context, incus, report)),
    },
  ];
}

function startLabcast(context: Context, progress: Progress): Step[] {
  const start = async (name: string): Promise<string> =>
    startNamed(context, progress.release, name);
  const database: Step = {
    title: 'Start the database',
    run: async () => {
      await ensureCluster(context);
      const outcome = await start('postgres');
      await ensureDatabase(context);
      return outcome;
    },
  };
  return [
    { title: 'Build the web pages', run: () => ensurePages(context) },
    {
      title: 'Install Labcast',
      run: async () => {
        progress.release = await ensureRelease(context);
        return progress.release.summary;
      },
    },
    ...(context.settings.databaseUrl === undefined ? [database] : []),
    { title: 'Start the host helper', run: () => start('host') },
    {
      title: 'Start the server',
      run: async () => {
        const outcome = await start('server');
        if (progress.release)
          await removeOldReleases(context.settings.installDir, progress.release.folder);
        const server = await describeNamed(context, progress.release, 'server');
        progress.setupLink = await makeSetupLink(context, server);
        return outcome;
      },
    },
    { title: 'Deploy the sample', run: (report) => deploySample(context, report) },
    {
      title: 'Build the images of desktops and virtual machines',
      run: (report) =>
        withIncus(context.settings, (incus) => buildDesignerImages(context, incus, report)),
    },
  ];
}

async function startNamed(
  context: Context,
  release: Release | undefined,
  name: string,
): Promise<string> {
  const service = await describeNamed(context, release, name);
  return startService(context, createRunner(context, release?.folder), service);
}

async function describeNamed(
  context: Context,
  release: Release | undefined,
  name: string,
): Promise<Service> {
  const { settings } = context;
  if (!release) throw new Error('Labcast is not installed yet.');
  const service = describeServices({
    settings,
    releaseFolder: release.folder,
    node: release.node,
    cluster: settings.databaseUrl === undefined ? await locateCluster(context) : undefined,
    environment: process.env,
  }).find((candidate) => candidate.name === name);
  if (!service) throw new Error(`There is no service ${name}.`);
  return service;
}
