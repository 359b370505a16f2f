import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findAccount } from '../account/ensureAccount.ts';
import { findPool } from '../incus/ensureIncusObjects.ts';
import { askIncus } from '../incus/ensureIncus.ts';
import { listOurImages } from '../incus/ourImages.ts';
import { withIncus } from '../incus/withIncus.ts';
import type { Context } from '../run/context.ts';
import { createRunner } from '../services/createRunner.ts';
import { serviceNames } from '../services/describeServices.ts';
import { unitName } from '../services/systemdUnit.ts';
import { isOurPool, listProjects } from './incusRemains.ts';
import { listOurLinks, hasFirewallTable } from './networkRemains.ts';

/** Things of one kind that Labcast made on this machine. */
export interface Remains {
  /** `lab instances`, in the plural. */
  readonly kind: string;
  readonly names: readonly string[];
}

/** All that Labcast made on this machine and that is there now; kinds with nothing are left out. */
export async function observeRemains(context: Context, withCache: boolean): Promise<Remains[]> {
  const all = [
    ...(await observeIncus(context)),
    { kind: 'network links', names: await listOurLinks(context.settings) },
    { kind: 'firewall tables', names: await hasFirewallTable(context) },
    { kind: 'services', names: await observeServices(context) },
    { kind: 'folders', names: ourFolders(context, withCache).filter((path) => existsSync(path)) },
    {
      kind: 'users',
      names: (await findAccount(context)) === undefined ? [] : [context.settings.user],
    },
  ];
  return all.filter((remains) => remains.names.length > 0);
}

export function ourFolders(context: Context, withCache: boolean): string[] {
  const { stateDir, runDir, logDir, installDir, configDir, cacheDir } = context.settings;
  return [stateDir, runDir, logDir, installDir, configDir, ...(withCache ? [cacheDir] : [])];
}

/** Empty as well when Incus does not answer: whoever asks makes sure that it does. */
async function observeIncus(context: Context): Promise<Remains[]> {
  if ((await askIncus()) === undefined) return [];
  const { settings } = context;
  const hasProject = (await listProjects()).includes(settings.project);
  const pool = await findPool(settings.pool);
  return withIncus(settings, async (incus) => {
    const instances = hasProject ? await incus.listInstances() : [];
    const images = await listOurImages(settings);
    return [
      { kind: 'lab instances', names: instances.map((instance) => instance.name) },
      {
        kind: 'images',
        names: images.map((image) => image.aliases[0] ?? image.fingerprint),
      },
      { kind: 'Incus projects', names: hasProject ? [settings.project] : [] },
      {
        kind: 'storage pools',
        names: pool && isOurPool(settings.pool, pool) ? [settings.pool] : [],
      },
    ];
  });
}

async function observeServices(context: Context): Promise<string[]> {
  const runner = createRunner(context);
  const found: string[] = [];
  for (const name of [...serviceNames, ...(context.systemd ? [] : ['incus', 'lxcfs'])])
    if (await runner.isRunning(name)) found.push(name);
  if (context.systemd) {
    const units: string[] = await readdir('/etc/systemd/system').catch(() => []);
    for (const name of serviceNames)
      if (units.includes(unitName(name)) && !found.includes(name)) found.push(name);
    if (existsSync('/etc/tmpfiles.d/labcast.conf'))
      found.push(join('/etc/tmpfiles.d', 'labcast.conf'));
  }
  return found;
}
