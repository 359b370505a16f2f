import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createIncusClient } from '@labcast/incus';
import { incusSocketPath, removeProjectByForce } from '@labcast/incus/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureImage } from '../../ensureImage.ts';
import { RfbScreen } from '../../testing/rfbScreen.ts';
import { until } from '../../testing/until.ts';
import { writePng } from '../../testing/writePng.ts';
import { desktopRecipe } from './desktopRecipe.ts';

const unique = randomBytes(3).toString('hex');
const bridge = `lx-desk${unique}`;
const cacheDir = process.env.LABCAST_CACHE_DIR ?? '/var/cache/labcast';
const pool = process.env.LABCAST_STORAGE_POOL ?? 'labcast';
const pictures = process.env.LABCAST_PICTURES_DIR;
const endpoint = { socketPath: incusSocketPath };
const incus = createIncusClient({ endpoint, project: `test-desktop-${unique}` });
const name = 'abcdefg-desk';

async function shell(command: string): Promise<string> {
  const { stdout } = await incus.exec(name, { command: ['sh', '-c', `{ ${command}\n} 2>&1`] });
  return stdout.toString();
}

/** A viewer of the desktop, once it draws: the screen itself is there before. */
async function openDesktop(): Promise<RfbScreen> {
  await until(() => shell('pgrep -x xfdesktop || true'), /\d/);
  const command = ['socat', '-', 'UNIX-CONNECT:/run/vnc/vnc.sock'];
  return RfbScreen.open(await incus.openExec(name, { command }));
}

beforeAll(async () => {
  execFileSync('ip', ['link', 'add', bridge, 'type', 'bridge']);
  execFileSync('ip', ['link', 'set', bridge, 'up']);
  await incus.ensureProject();
  await ensureImage(desktopRecipe, { cacheDir, incus });
  await incus.createInstance({
    name,
    image: 'labcast/desktop',
    config: {
      'security.idmap.isolated': 'true',
      'limits.memory': '1GiB',
      'environment.LABCAST_ENVIRONMENT': 'abcdefg',
      'environment.LABCAST_ADDRESSES': 'eth0,10.10.0.10/24,10.10.0.1',
    },
    devices: {
      root: { type: 'disk', path: '/', pool },
      eth0: { type: 'nic', nictype: 'bridged', parent: bridge, name: 'eth0' },
    },
    start: true,
  });
}, 900_000);

afterAll(async () => {
  await removeProjectByForce(incus);
  await incus.close();
  execFileSync('ip', ['link', 'delete', bridge]);
});

test('a desktop is drawn, follows the size of the window, and starts its terminal by a click', async () => {
  const screen = await openDesktop();
  await until(async () => String((await screen.look()).countColours()), /\d{3}/);
  screen.resize(1000, 700);
  await until(
    async () => `${String((await screen.look()).width)}x${String(screen.height)}`,
    /1000x700/,
  );
  await until(async () => {
    // The second of the buttons at the bottom.
    screen.click(428, 676);
    return shell('sleep 1; pgrep -x xfce4-terminal || true');
  }, /\d/);
  // For a look of one's own.
  if (pictures) await writePng(join(pictures, 'desktop.png'), await screen.look());
  screen.close();
});

test('what is copied on one side can be pasted on the other', async () => {
  const screen = await openDesktop();
  const asStudent = 'runuser -u student -- env DISPLAY=:0 xclip -selection clipboard';
  await screen.look();
  screen.copy('from the viewer');
  await until(() => shell(`timeout 2 ${asStudent} -o || true`), /from the viewer/);
  await shell(`printf 'from the desktop' | ${asStudent} >/dev/null`);
  await until(() => Promise.resolve(screen.copied), /from the desktop/);
  screen.close();
});

test('the screen is reached through its socket alone, on no port', async () => {
  expect(await shell('cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp | grep -c " 0A "')).toBe(
    '0\n',
  );
  expect(await shell('stat -c "%a %U" /run/vnc/vnc.sock')).toBe('600 student\n');
});

test.each(['xfce4-session', 'Xvnc'])(
  'the desktop comes back after %s was killed',
  async (program) => {
    const pids = (): Promise<string> => shell('pgrep -x xfdesktop || true');
    const before = await until(pids, /\d/);
    await shell(`pkill -9 ${program}`);
    await until(async () => {
      const now = await pids();
      return /\d/.test(now) && now !== before ? 'back' : 'away';
    }, /back/);
    (await openDesktop()).close();
  },
);
