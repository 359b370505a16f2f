import { setTimeout as sleep } from 'node:timers/promises';
import { execRaw } from '../floor/rawIncus.ts';
import { makeLab, removeLab } from '../labcast/labcastLab.ts';
import { percentile, statistics } from '../statistics.ts';
import { baseUrl, callApi, headers } from './connection.ts';
import { openConsole } from './openConsole.ts';

const keys = 200;
const consoles = 30;
const megabyte = 1_000_000;
const streamBytes = 300 * megabyte;

/** Echo of a key, throughput of a screen against the raw tunnel, memory with thirty consoles: by the sockets that pages use. */
export async function measureSockets(): Promise<void> {
  console.log('\nConsoles, by their sockets');
  const name = 'bench-consoles';
  await makeLab('desktop', {}, name);
  try {
    await measureEcho(name);
    await measureMemory(name);
    await measureThroughput(name);
  } finally {
    await removeLab(name);
  }
}

async function measureEcho(name: string): Promise<void> {
  const terminal = await openConsole(name, 'desktop', 'terminal?session=1');
  await terminal.until('$ ');
  const waits: number[] = [];
  for (let key = 0; key < keys; key++) {
    const letter = String.fromCharCode(97 + (key % 26));
    const start = performance.now();
    terminal.send(Buffer.from(`\0${letter}`));
    await terminal.until(letter);
    waits.push(performance.now() - start);
    // As fast as a person types at best; a line that is never ended stays short.
    await sleep(20);
    if (key % 40 === 39) terminal.send(Buffer.from('\0\x15'));
  }
  terminal.close();
  const { median, maximum } = statistics(waits);
  console.log(
    `  echo of a key             median ${median.toFixed(1)}  p95 ${percentile(waits, 95).toFixed(1)}  max ${maximum.toFixed(1)} ms`,
  );
}

async function measureMemory(name: string): Promise<void> {
  const open = [];
  for (let session = 1; session <= consoles; session++) {
    const terminal = await openConsole(name, 'desktop', `terminal?session=${String(session)}`);
    await terminal.until('$ ');
    open.push(terminal);
  }
  await sleep(2_000);
  const text = await (await fetch(`${baseUrl}/metrics`, { headers })).text();
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
  for (const terminal of open) terminal.close();
  console.log(
    `  server with ${String(consoles)} consoles   ${(bytes / megabyte).toFixed(0)} MB of memory`,
  );
}

/**
 * Instead of the desktop's screen a program that sends as fast as it can stands at its socket. From the first byte to the
 * last; how long a console takes to open is measured elsewhere.
 */
async function measureThroughput(name: string): Promise<void> {
  const view = await callApi<{ key: string }>('GET', `/environments/${name}/dev`);
  const source = `head -c ${String(streamBytes)} /dev/zero`;
  const instance = `${view.key}-desktop`;
  await execRaw(instance, [
    'sh',
    '-c',
    'systemctl stop desktop xvnc; mkdir -p /run/vnc; ' +
      // The program writes to the socket itself, as a screen does.
      `systemd-run --quiet --unit=source socat UNIX-LISTEN:/run/vnc/vnc.sock,fork,mode=666 EXEC:"${source}",nofork; ` +
      'until [ -S /run/vnc/vnc.sock ]; do sleep 0.1; done',
  ]);
  const rates = { screen: [] as number[], raw: [] as number[] };
  for (let turn = 0; turn < 5; turn++) {
    // The same bytes by Incus's own exec, with nothing between.
    rates.raw.push(
      await rateOf((onBytes) =>
        execRaw(instance, ['head', '-c', String(streamBytes), '/dev/zero'], '', onBytes),
      ),
    );
    rates.screen.push(
      await rateOf(async (onBytes) => {
        const screen = await openConsole(name, 'desktop', 'screen', { onBytes });
        await screen.untilBytes(streamBytes);
        screen.close();
      }),
    );
  }
  const raw = statistics(rates.raw).median;
  const screen = statistics(rates.screen).median;
  console.log(
    `  throughput                screen ${screen.toFixed(0)}  exec tunnel ${raw.toFixed(0)} MB/s   ratio ${(screen / raw).toFixed(2)}`,
  );
}

/** Megabytes a second. */
async function rateOf(read: (onBytes: (bytes: Buffer) => void) => Promise<void>): Promise<number> {
  let first = 0;
  let last = 0;
  let count = 0;
  await read((bytes) => {
    last = performance.now();
    if (count === 0) first = last;
    count += bytes.length;
  });
  if (count !== streamBytes) throw new Error(`${String(count)} bytes came.`);
  return count / megabyte / ((last - first) / 1000);
}
