import { expect, test } from 'vitest';
import { parseSettings } from './settings.ts';

test('without any variable everything lies in the usual places', () => {
  const settings = parseSettings({ PATH: '/bin' });
  expect(settings).toMatchObject({
    stateDir: '/var/lib/labcast',
    runDir: '/run/labcast',
    port: 8080,
    pool: 'labcast',
    explicit: {},
  });
  expect(settings.databaseUrl).toBeUndefined();
});

test('what an earlier run was told holds until a variable says otherwise', () => {
  const remembered = { LABCAST_PORT: '9000', LABCAST_POOL: 'fast' };
  expect(parseSettings({}, remembered)).toMatchObject({ port: 9000, pool: 'fast' });
  expect(parseSettings({ LABCAST_PORT: '9001' }, remembered)).toMatchObject({
    port: 9001,
    pool: 'fast',
  });
});

test('an empty variable takes a remembered value back', () => {
  const settings = parseSettings({ LABCAST_PORT: '' }, { LABCAST_PORT: '9000' });
  expect(settings.port).toBe(8080);
  expect(settings.explicit).toEqual({});
});

test("settings of the services are handed on, a caller's own variables are not", () => {
  const settings = parseSettings({
    LABCAST_UPLINK_SUBNET: '10.98.0.0/16',
    LABCAST_TOKEN: 'lc_secret',
    HOME: '/root',
  });
  expect(settings.explicit).toEqual({ LABCAST_UPLINK_SUBNET: '10.98.0.0/16' });
});

test.each([
  ['LABCAST_PORT', '99999'],
  ['LABCAST_PORT', 'http'],
  ['LABCAST_POOL_SIZE', '50'],
  ['LABCAST_STATE_DIR', 'state'],
  ['LABCAST_STATE_DIR', '/'],
  ['LABCAST_STATE_DIR', '/var/lib'],
  ['LABCAST_POOL', 'my pool'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => parseSettings({ [name]: value })).toThrow(name);
});

test('a pool size is counted in binary units', () => {
  expect(parseSettings({ LABCAST_POOL_SIZE: '50GiB' }).poolSizeBytes).toBe(50 * 1024 ** 3);
});
