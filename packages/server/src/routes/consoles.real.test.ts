import { once } from 'node:events';
import type { FakeCommand } from '@labcast/incus/testing';
import type { CourseId } from '@labcast/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { signInTo } from '../testing/signInTo.ts';
import type { TestPerson } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
elements:
  web: { kind: container, image: debian-12, networks: [lan] }
  bare: { kind: container, image: debian-12, networks: [lan] }
  desk: { kind: container, image: desktop, networks: [lan] }
  guest: { kind: vm, image: debian-vm, networks: [lan] }
`;

let server: TestServer;
let instructor: TestPerson;
let courseId: CourseId;
let slug: string;
let key: string;
const commands: FakeCommand[] = [];

/** A shell that repeats what is typed until `exit`, a screen and a serial line that do so for good. */
async function run(command: FakeCommand): Promise<number> {
  commands.push(command);
  const { request, instance, stdin, stdout } = command;
  const words = request.command;
  if (instance.endsWith('-bare') && words.some((word) => word.startsWith('labcast-'))) return 69;
  if (words[0] === 'tail') stdout.write('before');
  if (words[0] === 'tail') return 0;
  stdout.write('hello');
  for await (const bytes of stdin as AsyncIterable<Buffer>) {
    if (bytes.toString() === 'exit') return 0;
    if (bytes.toString() === 'stop') {
      await server.incus.client.stopInstance(instance, { force: true });
      return 1;
    }
    stdout.write(bytes);
  }
  return 0;
}

beforeAll(async () => {
  server = await startTestServer({ exec: run });
  const course = await server.store.createCourse('Networks');
  courseId = course.id;
  const created = { courseId, title: 'Consoles', parameters: {}, blueprint: lab };
  ({ slug } = await server.store.createCourseAssignment(created, () => undefined));
  ({ key } = (await server.store.findEnvironment(slug, 'dev'))!);
  for (const element of ['gateway', 'web', 'bare', 'desk', 'guest']) await start(element);
  instructor = await signInTo(server, { courses: [[courseId, 'instructor']] });
});
afterAll(() => server.remove());

async function start(element: string): Promise<void> {
  const instance = { image: 'labcast/debian-12', config: {}, devices: {}, start: true };
  const name = `${key}-${element}`;
  if (await server.incus.client.findInstance(name)) await server.incus.client.startInstance(name);
  else await server.incus.client.createInstance({ ...instance, name });
}

interface Console {
  readonly socket: WebSocket;
  /** All that came, as text; of a terminal each frame's channel is its first character. */
  readonly text: () => string;
  readonly closed: Promise<{ code: number; reason: string }>;
}

function open(what: string, { headers } = instructor): Console {
  const path = `${server.baseUrl.replace('http', 'ws')}/api/v1/environments/${slug}/dev/elements`;
  const socket = new WebSocket(`${path}/${what}`, { headers });
  let text = '';
  socket.on('message', (data: Buffer) => {
    text += data.toString('latin1');
  });
  const closed = once(socket, 'close').then(([code, reason]) => ({
    code: code as number,
    reason: String(reason),
  }));
  return { socket, text: () => text, closed };
}

const type = ({ socket }: Console, text: string) => socket.send(Buffer.from(`\0${text}`));

test('a terminal is the shell of the usual user, and its end is told', async () => {
  const terminal = open('web/terminal?session=2&columns=100&rows=30');
  await expect.poll(terminal.text).toBe('\u0001hello');
  expect(commands.at(-1)?.request.command).toEqual(
    expect.arrayContaining(['student', 'labcast-2', 'control']),
  );
  type(terminal, 'abc');
  await expect.poll(terminal.text).toContain('\u0001abc');
  type(terminal, 'exit');
  expect(await terminal.closed).toEqual({ code: 1000, reason: 'The shell ended.' });
  expect(terminal.text()).toContain('\u0003{"exit":0}');
});

test('who only views a terminal types nothing in it', async () => {
  const terminal = open('web/terminal?mode=view');
  await expect.poll(terminal.text).toBe('\u0001hello');
  expect(commands.at(-1)?.request.command).toContain('view');
  type(terminal, 'abc');
  terminal.socket.send(Buffer.from('\u0003{"signal":9}'));
  terminal.socket.send(Buffer.from('\u0003{"resize":[10,10]}'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(terminal.text()).toBe('\u0001hello');
  terminal.socket.close();
});

test('without tmux there is a plain shell, and a word about it', async () => {
  const terminal = open('bare/terminal');
  await expect.poll(terminal.text).toContain('\u0001hello');
  expect(terminal.text()).toContain('{"note":"This machine has no tmux');
  terminal.socket.close();
});

test('who only views a screen presses no key in it', async () => {
  const screen = open('desk/screen?mode=view');
  await expect.poll(screen.text).toBe('hello');
  const greeting = 'RFB 003.008\n\u0001\u0001';
  const key = Buffer.of(4, 1, 0, 0, 0, 0, 0, 65);
  const wish = Buffer.of(3, 0, 0, 0, 0, 0, 1, 0, 1, 0);
  screen.socket.send(Buffer.concat([Buffer.from(greeting), key, wish]));
  await expect.poll(screen.text).toBe(`hello${greeting}${wish.toString('latin1')}`);
  screen.socket.send(Buffer.of(99));
  expect(await screen.closed).toMatchObject({ code: 1003 });
});

test('a screen is passed on byte by byte', async () => {
  const screen = open('desk/screen');
  await expect.poll(screen.text).toBe('hello');
  expect(commands.at(-1)?.request.command).toEqual([
    'socat',
    '-b',
    '65536',
    '-',
    'UNIX-CONNECT:/run/vnc/vnc.sock',
  ]);
  screen.socket.send(Buffer.of(4, 1, 0, 0, 0, 0, 0, 65));
  await expect.poll(() => screen.text().length).toBe(5 + 8);
  screen.socket.close();
});

test('all viewers share one serial line, after what was written before', async () => {
  const count = () => commands.filter(({ request }) => request.command[0] === 'flock').length;
  const before = count();
  const first = open('guest/serial');
  await expect.poll(first.text).toContain('before');
  const second = open('guest/serial?mode=view');
  await expect.poll(second.text).toContain('before');
  second.socket.send(Buffer.from('not this'));
  first.socket.send(Buffer.from('login'));
  await expect.poll(second.text).toContain('login');
  await expect.poll(first.text).toContain('login');
  expect(first.text()).not.toContain('not this');
  expect(count() - before).toBe(1);
  first.socket.close();
  second.socket.close();
});

test('why a console cannot be had or ended is told by a code and a sentence', async () => {
  expect(await open('nothing/terminal').closed).toMatchObject({ code: 4404 });
  expect(await open('web/screen').closed).toEqual({
    code: 4404,
    reason: 'web has no screen. It has terminal, files, logs.',
  });
  const attached = open('web/terminal');
  await expect.poll(attached.text).toContain('hello');
  type(attached, 'stop');
  expect(await attached.closed).toEqual({ code: 4409, reason: 'web was stopped.' });
  expect(await open('web/terminal').closed).toMatchObject({ code: 4409 });
  await start('web');
  server.incus.failNext('findInstance', 'unavailable');
  expect(await open('web/terminal').closed).toMatchObject({ code: 1012 });
  server.incus.failNext('openExec', 'unavailable');
  expect(await open('desk/screen').closed).toMatchObject({ code: 1012 });
});

test("the gateway's logs are the administrators'", async () => {
  const path = `/api/v1/environments/${slug}/dev/elements/gateway/logs`;
  expect((await server.call('GET', path, undefined, instructor.headers)).status).toBe(403);
});

test('a console ends soon after the session did', async () => {
  const guest = await signInTo(server, { courses: [[courseId, 'instructor']] });
  const terminal = open('web/terminal', guest);
  await expect.poll(terminal.text).toContain('hello');
  await server.call('DELETE', '/api/v1/session', undefined, guest.headers);
  expect(await terminal.closed).toMatchObject({ code: 4403 });
});

test('who looks at what is told to others and kept in the audit, what is typed is not', async () => {
  const path = `/api/v1/environments/${slug}/dev/elements/web/viewers`;
  const viewers = async () =>
    (await server.call('GET', path, undefined, instructor.headers)).body as {
      viewers: { personName: string; console: string; mode: string }[];
    };
  const terminal = open('web/terminal?mode=view');
  await expect.poll(viewers).toMatchObject({
    viewers: [{ personName: 'Ada', console: 'terminal', mode: 'view' }],
  });
  type(terminal, 'secret-word');
  terminal.socket.close();
  await expect.poll(viewers).toEqual({ viewers: [] });
  const rows = JSON.stringify(await server.database.query('select * from audit_entry'));
  expect(rows).toContain('/terminal');
  expect(rows).not.toContain('secret-word');
  expect(server.log.join('')).not.toContain('secret-word');
});

test('files are written in pieces, and nothing of a path leads elsewhere than into the machine', async () => {
  const url = `${server.baseUrl}/api/v1/environments/${slug}/dev/elements/web/files`;
  const { headers } = instructor;
  for (const path of ['../../etc/shadow', '-rf', '/etc/../root/x', '$(reboot)', "'; reboot; '"]) {
    await fetch(`${url}?${new URLSearchParams({ path, download: '1' }).toString()}`, { headers });
    const { instance, request } = commands.at(-1)!;
    expect(instance).toBe(`${key}-web`);
    // One word, never a part of the script, and never an option.
    expect(request.command).toContain(path.startsWith('/') ? path : `./${path}`);
    expect(request.command[4]).toBe('student');
  }
  const nul = await fetch(`${url}?path=a%00b`, { headers });
  expect(nul.status).toBe(400);
  const body = new Uint8Array(1);
  const forged = { cookie: headers.cookie ?? '', 'content-type': 'application/octet-stream' };
  const unasked = await fetch(`${url}?path=a&total=1`, { method: 'PUT', headers: forged, body });
  expect(unasked.status).toBe(403);
});

test('a server that ends tells its viewers to come back', async () => {
  const other = await startTestServer({ exec: run });
  const { key: otherKey } = await other.createRunning('lab', lab);
  const url = `${other.baseUrl.replace('http', 'ws')}/api/v1/environments/lab/dev/elements`;
  const headers = { authorization: `Bearer ${other.token}` };
  const socket = new WebSocket(`${url}/web/terminal`, { headers });
  await once(socket, 'message');
  expect(commands.at(-1)?.instance).toBe(`${otherKey}-web`);
  const closed = once(socket, 'close');
  await other.remove();
  expect((await closed)[0]).toBe(1012);
});
