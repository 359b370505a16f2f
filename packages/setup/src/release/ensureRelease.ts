import { existsSync } from 'node:fs';
import {
  chmod,
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Context } from '../run/context.ts';
import { productionModules, workspaceLinks, type PackageLock } from './productionModules.ts';
import { listReleaseFiles, releaseHash } from './releaseHash.ts';

export interface Release {
  /** Folder named by its content, owned by root, readable for all. */
  readonly folder: string;
  readonly node: string;
  readonly summary: string;
}

/**
 * Copies what the services run to a place of its own. The clone may then lie in a home that only its owner may read,
 * and may be pulled or deleted while the server runs.
 */
export async function ensureRelease(context: Context): Promise<Release> {
  const { installDir } = context.settings;
  const files = await listReleaseFiles(context.repository);
  const hash = await releaseHash(context.repository, files);
  const folder = join(installDir, hash);
  const node = await ensureNode(installDir);
  if (existsSync(folder)) return { folder, node, summary: `${folder} is there already` };

  // Built beside its place and moved there, so that an interrupted run leaves nothing that looks finished.
  const fresh = join(installDir, `.fresh-${hash}`);
  await rm(fresh, { recursive: true, force: true });
  for (const file of files) await copyInto(fresh, context.repository, file);
  const lock = JSON.parse(
    await readFile(join(context.repository, 'package-lock.json'), 'utf8'),
  ) as PackageLock;
  for (const module of productionModules(lock)) {
    // Optional packages for other systems stand in the lock file and are not installed.
    if (!existsSync(join(context.repository, module))) continue;
    await cp(join(context.repository, module), join(fresh, module), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  for (const [link, target] of Object.entries(workspaceLinks(lock))) {
    await mkdir(dirname(join(fresh, link)), { recursive: true });
    await symlink(relative(dirname(link), target), join(fresh, link));
  }
  await context.run('chown', ['-R', '0:0', fresh]);
  await context.run('chmod', ['-R', 'u=rwX,go=rX', fresh]);
  await rename(fresh, folder);
  return { folder, node, summary: folder };
}

/** Releases other than this one; a release that still runs must be kept until its services are replaced. */
export async function removeOldReleases(installDir: string, keep: string): Promise<void> {
  for (const name of await readdir(installDir).catch(() => [])) {
    const path = join(installDir, name);
    const isRelease = /^(\.fresh-)?[0-9a-f]{12}$/.test(name);
    if (isRelease && path !== keep) await rm(path, { recursive: true, force: true });
  }
}

/** A copy of this Node.js: the cache that it came from may be deleted at any time. */
async function ensureNode(installDir: string): Promise<string> {
  const node = join(installDir, `node-${process.version}`, 'bin', 'node');
  if (existsSync(node)) return node;
  await mkdir(dirname(node), { recursive: true, mode: 0o755 });
  await copyFile(process.execPath, `${node}.new`);
  await chmod(`${node}.new`, 0o755);
  await rename(`${node}.new`, node);
  return node;
}

async function copyInto(target: string, source: string, file: string): Promise<void> {
  if (!existsSync(join(source, file))) return;
  await mkdir(dirname(join(target, file)), { recursive: true });
  await copyFile(join(source, file), join(target, file));
}
