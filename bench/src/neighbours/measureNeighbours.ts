import { setTimeout as sleep } from 'node:timers/promises';
import {
  makeClass,
  makeDev,
  openLabcastStore,
  removeAll,
  takeCheckpoint,
} from '../class/labcastClass.ts';
import { openConsole } from '../consoles/openConsole.ts';
import type { ConsoleSocket } from '../consoles/openConsole.ts';
import { execRaw } from '../floor/rawIncus.ts';
import { percentile, statistics } from '../statistics.ts';

const students = 5;
const secondsEach = 12;

const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: false }
elements:
  web: { kind: container, image: debian-12, cpu: 0.5, memory: 256MiB, storage: 2GiB }
`;

/** What one student does to their own machine, for as long as it is measured. */
const troubles = {
  'a fork bomb': 'bomb() { bomb | bomb & }; bomb',
  'a full disk':
    'while :; do dd if=/dev/urandom of=/root/full bs=1M 2>/dev/null; sync; rm -f /root/full; done',
  'a memory hog': 'while :; do head -c 1G /dev/zero | tail -n1 >/dev/null; done',
  'all cores busy': 'for core in 1 2 3 4; do while :; do :; done & done; wait',
};

/** How long the echo of a key takes for four students while a fifth does the worst to their own machine. */
export async function measureNeighbours(): Promise<void> {
  const store = openLabcastStore();
  const dev = await makeDev(store, `bench-neighbours-${String(Date.now())}`, lab);
  try {
    const checkpoint = await takeCheckpoint(store, dev);
    const [culprit, ...others] = await makeClass(store, checkpoint, students);
    if (!culprit) throw new Error('There is no class.');
    const consoles = await Promise.all(
      others.map(({ assignmentName, name }) =>
        openConsole(assignmentName, 'web', 'terminal?session=1', { environment: name }),
      ),
    );
    await Promise.all(consoles.map((console) => console.until('$ ')));
    console.log(
      `\nEcho of a key for ${String(others.length)} students, ${String(secondsEach)} s each, in milliseconds`,
    );
    // The first keys load programs.
    await measureEcho(consoles);
    const quiet = await measureEcho(consoles);
    print('nobody else', quiet, quiet);
    for (const [trouble, script] of Object.entries(troubles)) {
      const instance = `${culprit.key}-web`;
      // A machine that was just started anew may not take orders yet.
      const order = 'until systemd-run --quiet --unit=trouble bash -c "$1"; do sleep 0.2; done';
      await execRaw(instance, ['sh', '-c', order, 'sh', script]);
      await sleep(2_000);
      print(trouble, await measureEcho(consoles), quiet);
      // Who has no process left cannot be asked to stop: as a teacher would, from outside.
      await store.changeWanted(culprit.id, { wanted: 'stopped' });
      await untilState('stopped');
      await store.changeWanted(culprit.id, { wanted: 'running' });
      await untilState('ready');
    }
    for (const console of consoles) console.close();

    async function untilState(state: string): Promise<void> {
      for (;;) {
        const now = await store.getEnvironment(culprit!.id);
        if (now.generation === now.settledGeneration && now.status.state === state) return;
        await sleep(200);
      }
    }
  } finally {
    const all = await store.listEnvironments();
    await removeAll(
      store,
      all.filter(({ assignmentId }) => assignmentId === dev.assignmentId),
    );
    await store.close();
  }
}

/** All of them type at the same time, as fast as a person does at best. */
async function measureEcho(consoles: readonly ConsoleSocket[]): Promise<number[]> {
  const end = performance.now() + secondsEach * 1_000;
  const waits = await Promise.all(
    consoles.map(async (console) => {
      const own: number[] = [];
      for (let key = 0; performance.now() < end; key++) {
        const letter = String.fromCharCode(97 + (key % 26));
        const start = performance.now();
        console.send(Buffer.from(`\0${letter}`));
        await console.until(letter);
        own.push(performance.now() - start);
        await sleep(50);
        // A line that is never ended stays short.
        if (key % 40 === 39) console.send(Buffer.from('\0\x15'));
      }
      return own;
    }),
  );
  return waits.flat();
}

function print(what: string, waits: readonly number[], quiet: readonly number[]): void {
  const { median, maximum } = statistics(waits);
  const p95 = percentile(waits, 95);
  const ratio = (p95 / percentile(quiet, 95)).toFixed(2);
  console.log(
    `  ${what.padEnd(15)} median ${median.toFixed(1).padStart(6)}  p95 ${p95.toFixed(1).padStart(6)}  max ${maximum.toFixed(1).padStart(7)}   p95 ratio ${ratio}`,
  );
}
