import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createHostClient } from '@labcast/host';
import { recipeProperty } from '@labcast/images';
import { missingPackages, neededPackages } from '../apt/ensurePackages.ts';
import { listOurImages } from '../incus/ourImages.ts';
import { askIncus } from '../incus/ensureIncus.ts';
import { findPool } from '../incus/ensureIncusObjects.ts';
import { withIncus } from '../incus/withIncus.ts';
import { describeMachine, gib, judgeMachine, type Finding } from '../machine/judgeMachine.ts';
import { freeBytes, observeMachine } from '../machine/machineFacts.ts';
import type { Context } from '../run/context.ts';
import { createRunner } from '../services/createRunner.ts';
import { serviceNames } from '../services/describeServices.ts';
import { httpGet } from '../services/httpGet.ts';
import { isReady } from '../services/startServices.ts';
import { tokenFiles } from '../token/ensureAdminToken.ts';
import { neededNow } from '../up/neededNow.ts';
import { ok, problem } from './finding.ts';

const again = 'Run `make up`: it puts this right.';

/** Looks at everything that Labcast stands on and changes nothing. */
export async function examine(context: Context): Promise<Finding[]> {
  const parts = [
    examineMachine,
    examinePackages,
    examineIncus,
    examineImages,
    examineServices,
    examineHost,
    examineServer,
    examineDisk,
  ];
  const findings: Finding[] = [];
  for (const part of parts) {
    try {
      findings.push(...(await part(context)));
    } catch (error) {
      // One blind spot must not hide the rest.
      const reason = error instanceof Error ? error.message : String(error);
      findings.push(problem('error', `${part.name} could not look: ${reason}`, again));
    }
  }
  return findings;
}

async function examineMachine(context: Context): Promise<Finding[]> {
  const facts = await observeMachine(context);
  const findings = judgeMachine(facts, await neededNow(context.settings));
  const clockIsWrong = Date.now() < Date.UTC(2026, 0, 1);
  return [
    ok(describeMachine(facts)),
    ...findings,
    ...(clockIsWrong
      ? [
          problem(
            'error',
            `The clock says ${new Date().toISOString()}: certificates will not be valid.`,
            'Set the clock, for example with systemd-timesyncd.',
          ),
        ]
      : []),
  ];
}

async function examinePackages(context: Context): Promise<Finding[]> {
  const { codename } = await observeMachine(context);
  const needed = neededPackages(codename, context.settings.databaseUrl !== undefined);
  const missing = await missingPackages(context, needed);
  return missing.length === 0
    ? [ok(`All ${String(needed.length)} packages are installed.`)]
    : [problem('error', `Packages are missing: ${missing.join(', ')}.`, again)];
}

async function examineIncus({ settings, systemd }: Context): Promise<Finding[]> {
  const version = await askIncus();
  if (version === undefined)
    return [
      problem(
        'error',
        'Incus does not answer.',
        systemd
          ? '`systemctl start incus`; why it stopped tells `journalctl -u incus`.'
          : '`make up` starts it; why it stopped tells /var/log/incus/incus.log.',
      ),
    ];
  const pool = await findPool(settings.pool);
  if (!pool)
    return [
      ok(`Incus ${version}`),
      problem('error', `There is no storage pool ${settings.pool}.`, again),
    ];
  const usage = await withIncus(settings, (incus) => incus.getPoolUsage(settings.pool));
  const used = usage.usedBytes / usage.totalBytes;
  const text = `Storage pool ${settings.pool} (${pool.driver}): ${gib(usage.usedBytes)} of ${gib(usage.totalBytes)} used.`;
  const remedy = `Destroy labs that are not needed, or enlarge it: incus storage set ${settings.pool} size=...`;
  return [
    ok(`Incus ${version}`),
    used > 0.95
      ? problem('error', text, remedy)
      : used > 0.8
        ? problem('warning', text, remedy)
        : ok(text),
    ...(pool.driver === 'btrfs' || pool.driver === 'zfs'
      ? []
      : [
          problem(
            'warning',
            `The pool's driver ${pool.driver} copies whole disks: labs will start slowly.`,
            'Use a btrfs or zfs pool (LABCAST_POOL).',
          ),
        ]),
    existsSync('/var/lib/lxcfs/proc/meminfo')
      ? ok('lxcfs shows machines their own limits.')
      : problem(
          'warning',
          "lxcfs does not run: machines see the host's memory and processors.",
          systemd
            ? '`systemctl start lxcfs`, then restart the labs.'
            : `${again} Then restart the labs.`,
        ),
  ];
}

async function examineImages({ settings }: Context): Promise<Finding[]> {
  if ((await askIncus()) === undefined) return [];
  const images = (await listOurImages(settings)).filter(
    ({ properties }) => properties[recipeProperty] !== undefined,
  );
  return images.length > 0
    ? [ok(`${String(images.length)} images are built.`)]
    : [problem('error', 'No image is built: nothing can be created.', again)];
}

async function examineServices(context: Context): Promise<Finding[]> {
  const runner = createRunner(context);
  const names = serviceNames.filter(
    (name) => name !== 'postgres' || context.settings.databaseUrl === undefined,
  );
  const findings: Finding[] = [];
  for (const name of names) {
    const log = runner.whereIsLog(name);
    if (!(await runner.isRunning(name)))
      findings.push(
        problem('error', `The service ${name} does not run.`, `${again} Its log: ${log}`),
      );
    else if (!(await isReady(context, name)))
      findings.push(
        problem(
          'error',
          `The service ${name} runs, but is not ready.`,
          `Its log tells why: ${log}`,
        ),
      );
    else findings.push(ok(`The service ${name} is ready.`));
  }
  const token = await stat(tokenFiles(context.settings.stateDir).token).catch(() => undefined);
  if (!token) findings.push(problem('error', "The administrator's token is not there.", again));
  else if ((token.mode & 0o077) !== 0)
    findings.push(
      problem(
        'error',
        "Others may read the administrator's token.",
        `chmod 600 ${tokenFiles(context.settings.stateDir).token}; to change it, delete it and run \`make up\`.`,
      ),
    );
  return findings;
}

async function examineHost({ settings }: Context): Promise<Finding[]> {
  const host = createHostClient({ socketPath: join(settings.runDir, 'host.sock') });
  try {
    const status = await host.getStatus();
    return [
      status.firewallInPlace
        ? ok('The firewall between labs and this machine is in place.')
        : problem(
            'error',
            'The firewall between labs and this machine is not in place.',
            'Something else rewrites nftables (such as `nft flush ruleset` at boot): stop that, then run `make up`.',
          ),
      ok(`${String(status.bridges.length)} bridges of labs; uplink ${status.uplinkSubnet}.`),
      ...(status.nameServers.length > 0
        ? []
        : [
            problem(
              'warning',
              'No name server was found for labs: names of the internet will not resolve in them.',
              'Configure one in /etc/resolv.conf, or set LABCAST_NAME_SERVERS and run `make up`.',
            ),
          ]),
    ];
  } catch {
    // That the helper is away was said already.
    return [];
  } finally {
    await host.close();
  }
}

async function examineServer({ settings }: Context): Promise<Finding[]> {
  const answer = await httpGet({ port: settings.port }, '/readyz');
  if (answer === undefined || answer.status === 200) return [];
  return [
    problem(
      'error',
      `The server says that it is not ready: ${answer.body.slice(0, 300)}`,
      'Put right what it names; it recovers by itself.',
    ),
  ];
}

async function examineDisk({ settings }: Context): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const path of new Set([settings.stateDir, settings.cacheDir, '/var/lib/incus'])) {
    const free = await freeBytes(path);
    if (free < 2 * 1024 ** 3)
      findings.push(
        problem(
          'error',
          `Only ${gib(free)} are free at ${path}.`,
          `Free some space there; ${settings.cacheDir} may be deleted, and is built again by \`make up\`.`,
        ),
      );
  }
  return findings.length > 0 ? findings : [ok('There is room on every disk that Labcast uses.')];
}
