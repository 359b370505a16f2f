import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '../readIfThere.ts';
import type { WantedSetting } from './wantedSettings.ts';

const changedSettings = z.record(z.string(), z.object({ before: z.string(), set: z.string() }));
type ChangedSettings = z.infer<typeof changedSettings>;

/** Changes kernel settings and remembers on disk what they were. The helper's queue keeps its calls apart. */
export interface KernelSettings {
  /** Makes all as wanted; returns the names of those that it had to change. */
  ensure(): Promise<string[]>;
  /** Those that Labcast changed. */
  list(): Promise<Record<string, { now: string; before: string }>>;
  /** Puts back what nobody changed since, and forgets the rest. */
  restore(): Promise<void>;
}

export interface KernelSettingsOptions {
  readonly wanted: readonly WantedSetting[];
  /** Remembers what was before, over restarts. */
  readonly stateFile: string;
  /** `/proc/sys` */
  readonly root: string;
}

export function createKernelSettings({
  wanted,
  stateFile,
  root,
}: KernelSettingsOptions): KernelSettings {
  // Dots separate the names of settings, as in sysctl; none of the wanted ones has one inside.
  const fileOf = (name: string): string => join(root, ...name.split('.'));

  async function read(name: string): Promise<string | undefined> {
    return (await readIfThere(fileOf(name)))?.trim();
  }

  async function readChanged(): Promise<ChangedSettings> {
    const text = await readIfThere(stateFile);
    return text === undefined ? {} : changedSettings.parse(JSON.parse(text));
  }

  async function writeChanged(changed: ChangedSettings): Promise<void> {
    await mkdir(dirname(stateFile), { recursive: true, mode: 0o755 });
    const fresh = `${stateFile}.new`;
    await writeFile(fresh, `${JSON.stringify(changed, undefined, 2)}\n`, { flush: true });
    await rename(fresh, stateFile);
  }

  return {
    async ensure() {
      const changed = await readChanged();
      const values: Record<string, string> = {};
      for (const setting of wanted) {
        const now = await read(setting.name);
        if (now === undefined || isSatisfied(setting, Number(now))) continue;
        values[setting.name] = String(setting.value);
        changed[setting.name] = { before: now, set: String(setting.value) };
      }
      if (Object.keys(values).length === 0) return [];
      // Before the first change: a helper that is killed between the two must not forget what was.
      await writeChanged(changed);
      for (const [name, value] of Object.entries(values)) await writeFile(fileOf(name), value);
      return Object.keys(values);
    },
    async list() {
      const entries = Object.entries(await readChanged()).map(
        async ([name, { before }]) =>
          [name, { now: (await read(name)) ?? before, before }] as const,
      );
      return Object.fromEntries(await Promise.all(entries));
    },
    async restore() {
      for (const [name, { before, set }] of Object.entries(await readChanged())) {
        if ((await read(name)) === set) await writeFile(fileOf(name), before);
      }
      await rm(stateFile, { force: true });
    },
  };
}

function isSatisfied(setting: WantedSetting, now: number): boolean {
  return setting.how === 'raise' ? now >= setting.value : now === setting.value;
}
