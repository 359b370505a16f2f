import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostClient } from '../client.ts';
import { HostError } from '../HostError.ts';

const namePattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,200}$/;
const longestSeconds = 60;
/** The kernel stops a process at its next step; one that waits for a disk that is gone never gets there. */
const patienceMs = 3_000;

/**
 * Stops containers through the kernel's control groups, of either version. Incus can do the same, but with the first
 * version liblxc sleeps a second between asking and looking, and a lab would stand still for as long.
 */
export function createFreezer(root = '/sys/fs/cgroup'): Pick<HostClient, 'freeze' | 'thaw'> {
  const fuses = new Map<string, NodeJS.Timeout>();

  const release = (names: readonly string[]): void => {
    names.forEach(refuseOddName);
    for (const name of names) {
      clearTimeout(fuses.get(name));
      fuses.delete(name);
      // One that ended meanwhile needs nothing.
      if (existsSync(switchOf(root, name).path)) setSwitch(root, name, false);
    }
  };

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- what is thrown is a rejection
    thaw: async (names) => release(names),
    async freeze(names, seconds) {
      names.forEach(refuseOddName);
      const missing = names.find((name) => !existsSync(switchOf(root, name).path));
      if (missing !== undefined)
        throw new HostError('rejected', `${missing} does not run, so it cannot be frozen.`);
      for (const name of names) {
        // Whatever happens to the caller, nobody's machine stands still for ever.
        clearTimeout(fuses.get(name));
        const fuse = setTimeout(() => release([name]), Math.min(seconds, longestSeconds) * 1000);
        fuses.set(name, fuse.unref());
        setSwitch(root, name, true);
      }
      const deadline = performance.now() + patienceMs;
      while (!names.every((name) => isFrozen(root, name))) {
        if (performance.now() > deadline) {
          release(names);
          const last = names.find((name) => !isFrozen(root, name)) ?? names[0] ?? '';
          throw new HostError('failed', `${last} did not stand still within 3 s. Try again.`);
        }
        await sleep(1);
      }
    },
  };
}

function refuseOddName(name: string): void {
  if (!namePattern.test(name)) throw new HostError('rejected', `${name} is no container's name.`);
}

function isUnified(root: string): boolean {
  return existsSync(join(root, 'cgroup.controllers'));
}

function switchOf(root: string, name: string): { path: string; on: string; off: string } {
  const group = `lxc.payload.${name}`;
  return isUnified(root)
    ? { path: join(root, group, 'cgroup.freeze'), on: '1', off: '0' }
    : { path: join(root, 'freezer', group, 'freezer.state'), on: 'FROZEN', off: 'THAWED' };
}

function setSwitch(root: string, name: string, frozen: boolean): void {
  const { path, on, off } = switchOf(root, name);
  writeFileSync(path, frozen ? on : off);
}

function isFrozen(root: string, name: string): boolean {
  if (!isUnified(root)) return readFileSync(switchOf(root, name).path, 'utf8').trim() === 'FROZEN';
  const events = join(root, `lxc.payload.${name}`, 'cgroup.events');
  return readFileSync(events, 'utf8').split('\n').includes('frozen 1');
}
