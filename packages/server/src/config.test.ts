import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('without any variable the server is that of an installed host', () => {
  expect(readConfig({})).toMatchObject({
    databaseUrl: 'postgresql:///labcast?host=/run/labcast/postgres',
    listen: { host: '127.0.0.1', port: 8080 },
    runsEngine: true,
    hostSocket: '/run/labcast/host.sock',
    incus: { socketPath: '/var/lib/incus/unix.socket' },
    incusProject: 'labcast',
    storagePool: 'labcast',
    incusDirectory: '/var/lib/incus',
  });
});

test('all mistakes are told at once, each with its variable', () => {
  const broken = {
    LABCAST_PORT: 'eighty',
    LABCAST_ENGINE: 'maybe',
    DATABASE_URL: 'mysql://x',
    LABCAST_MEMORY_OVERCOMMIT: '0',
  };
  expect(() => readConfig(broken)).toThrow(ConfigError);
  for (const name of Object.keys(broken)) expect(() => readConfig(broken)).toThrow(name);
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ LABCAST_PORT: '' }).listen.port).toBe(8080);
});

test('beyond loopback it must be told the address at which people reach it', () => {
  expect(() => readConfig({ LABCAST_LISTEN: '0.0.0.0' })).toThrow('LABCAST_PUBLIC_URL');
  const given = { LABCAST_LISTEN: '0.0.0.0', LABCAST_PUBLIC_URL: 'https://labs.school.example' };
  expect(readConfig(given).publicUrl?.hostname).toBe('labs.school.example');
});

test('an Incus elsewhere needs a certificate and a key', () => {
  const url = { LABCAST_INCUS_URL: 'https://incus.school.example:8443' };
  expect(() => readConfig(url)).toThrow('LABCAST_INCUS_CLIENT_KEY');
  const files = { LABCAST_INCUS_CLIENT_CERTIFICATE: '/c.pem', LABCAST_INCUS_CLIENT_KEY: '/k.pem' };
  expect(readConfig({ ...url, ...files }).incus).toEqual({
    url: url.LABCAST_INCUS_URL,
    certificateFile: '/c.pem',
    keyFile: '/k.pem',
  });
});
