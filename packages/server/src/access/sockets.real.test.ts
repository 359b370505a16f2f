import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { everybody, insiders, isHidden, reachers, signedIn } from '../testing/everybody.ts';
import type { Who } from '../testing/everybody.ts';
import { openCrowd } from '../testing/openCrowd.ts';
import type { Crowd, Headers } from '../testing/openCrowd.ts';
import { signInTo } from '../testing/signInTo.ts';

let crowd: Crowd;
beforeAll(async () => {
  crowd = await openCrowd();
});
afterAll(() => crowd.remove());

async function openSocket(what: string, headers: Headers): Promise<number> {
  const path = crowd.fill(`/api/v1/environments/:assignment/:environment/${what}`);
  const socket = new WebSocket(`${crowd.server.baseUrl.replace('http', 'ws')}${path}`, { headers });
  const status = await new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
  });
  socket.terminate();
  return status;
}

describe('sockets', () => {
  const sockets = [
    'exec?element=web&command=true',
    'forward?element=web&port=80',
    'elements/web/terminal',
    'elements/web/screen',
    'elements/web/serial',
  ];
  beforeAll(async () => {
    const assignment = await crowd.server.store.findAssignment(crowd.names.assignment);
    const { key } = (await crowd.server.store.findEnvironment(assignment!.name, '07'))!;
    for (const element of ['web', 'gateway']) {
      const instance = { image: 'labcast/debian-12', config: {}, devices: {}, start: true };
      await crowd.server.incus.client.createInstance({ ...instance, name: `${key}-${element}` });
    }
  });

  test.each(everybody)('open for %s only into labs of the own course', async (who) => {
    for (const what of sockets) {
      const status = await openSocket(what, crowd.headersOf(who));
      const isConsole = what.startsWith('elements');
      if ((isConsole ? insiders : reachers).includes(who)) expect(status, what).toBe(101);
      else if (!signedIn.includes(who)) expect(status, what).toBe(401);
      else expect(status, what).toBe(isHidden('/:assignment/:environment', who) ? 404 : 403);
    }
  });

  test('do not open for a cookie from a page of another origin, or of none', async () => {
    const { cookie = '' } = crowd.headersOf('the instructor');
    const sites: Headers[] = [
      { cookie },
      { cookie, origin: 'null' },
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: crowd.server.baseUrl.replace(/\d+$/, '9') },
      { cookie, origin: crowd.server.baseUrl, 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of sites) {
      for (const what of sockets) expect(await openSocket(what, headers)).toBe(403);
    }
  });

  test('lead into the gateway only for administrators', async () => {
    const into = (who: Who) =>
      openSocket('exec?element=gateway&command=true', crowd.headersOf(who));
    expect(await into('the instructor')).toBe(403);
    expect(await into('the owner of the lab')).toBe(403);
    expect(await into("an administrator's session")).toBe(101);
  });

  test('close when the role is taken away', async () => {
    const { store, baseUrl } = crowd.server;
    const course = (await store.findCourse(crowd.names.course))!;
    const guest = await signInTo(crowd.server, { courses: [[course.id, 'instructor']] });
    const path = crowd.fill(
      '/api/v1/environments/:assignment/:environment/exec?element=web&command=cat',
    );
    const { headers } = guest;
    const socket = new WebSocket(`${baseUrl.replace('http', 'ws')}${path}`, { headers });
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await store.removeMember(course.id, guest.person.id);
    expect(await closed).toBe(1008);
  });
});
