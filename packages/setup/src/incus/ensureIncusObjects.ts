import type { IncusClient } from '@labcast/incus';
import { freeBytes } from '../machine/machineFacts.ts';
import { gib } from '../machine/judgeMachine.ts';
import type { Context } from '../run/context.ts';
import { SetupError } from '../run/setupError.ts';
import { httpGet } from '../services/httpGet.ts';
import { choosePoolSize } from './choosePoolSize.ts';
import { incusSocket } from './ensureIncus.ts';
import { ensureSimpleQuotas } from './ensureSimpleQuotas.ts';

/** Marks a pool as made by us, so that removing Labcast removes it, and no other. */
export const poolMark = 'user.labcast.made';

export interface PoolFacts {
  readonly driver: string;
  readonly config: Readonly<Record<string, string>>;
  /** Paths of the API of what uses it. */
  readonly usedBy: readonly string[];
}

/** Undefined when Incus has no pool of that name. */
export async function findPool(name: string): Promise<PoolFacts | undefined> {
  const answer = await httpGet(
    { socketPath: incusSocket },
    `/1.0/storage-pools/${encodeURIComponent(name)}`,
  );
  if (answer?.status !== 200) return undefined;
  const { metadata } = JSON.parse(answer.body) as {
    metadata: { driver: string; config: Record<string, string>; used_by?: string[] };
  };
  return { driver: metadata.driver, config: metadata.config, usedBy: metadata.used_by ?? [] };
}

/** The pool, unless one of that name exists, with quotas that suit copies when it is ours; and the project. */
export async function ensureIncusObjects(context: Context, incus: IncusClient): Promise<string> {
  const name = context.settings.pool;
  await incus.ensureProject();
  const said = await ensurePool(context, incus);
  const pool = await findPool(name);
  if (pool?.config[poolMark] === undefined) return said;
  const quotas = await ensureSimpleQuotas(
    context.run,
    pool,
    `/var/lib/incus/storage-pools/${name}`,
  );
  return quotas === undefined ? said : `${said}, ${quotas}`;
}

async function ensurePool(context: Context, incus: IncusClient): Promise<string> {
  const { pool, poolSource } = context.settings;
  const found = await findPool(pool);
  if (found) return `pool ${pool} (${found.driver}) is there already`;
  if (poolSource !== undefined) {
    await incus.ensureStoragePool(pool, 'btrfs', { source: poolSource, [poolMark]: 'true' });
    return `pool ${pool} made on ${poolSource}`;
  }
  const free = await freeBytes('/var/lib/incus');
  const size = context.settings.poolSizeBytes ?? choosePoolSize(free);
  if (size === undefined)
    throw new SetupError(
      `Only ${gib(free)} are free below /var/lib/incus; a storage pool needs 15 GiB and some more.`,
      {
        remedy:
          'Free some space, or give a disk (LABCAST_POOL_SOURCE=/dev/...) or a size (LABCAST_POOL_SIZE=10GiB).',
      },
    );
  const text = `${String(Math.ceil(size / 1024 ** 2))}MiB`;
  await incus.ensureStoragePool(pool, 'btrfs', { size: text, [poolMark]: 'true' });
  return `pool ${pool} made, at most ${gib(size)}`;
}
