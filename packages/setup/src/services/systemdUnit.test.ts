import { expect, test } from 'vitest';
import { parseSettings } from '../settings/settings.ts';
import { describeServices } from './describeServices.ts';
import { renderUnit } from './systemdUnit.ts';

const services = describeServices({
  settings: parseSettings({ LABCAST_PORT: '9000', LABCAST_UPLINK_SUBNET: '10.98.0.0/16' }),
  releaseFolder: '/opt/labcast/0123456789ab',
  node: '/opt/labcast/node-v24/bin/node',
  cluster: {
    dataDir: '/var/lib/labcast/postgres',
    binDir: '/usr/lib/postgresql/15/bin',
    socketDir: '/run/labcast/postgres',
  },
  environment: { https_proxy: 'http://proxy.school.example:3128', SECRET: 'x' },
});

function unitOf(name: string): string {
  const service = services.find((candidate) => candidate.name === name);
  if (!service) throw new Error(`no service ${name}`);
  return renderUnit(service);
}

test('the database is started first and the server last', () => {
  expect(services.map((service) => service.name)).toEqual(['postgres', 'host', 'server']);
  expect(unitOf('server')).toContain(
    'Wants=network-online.target labcast-host.service labcast-postgres.service\n',
  );
});

test('the server runs without any privilege and comes back after a failure and a reboot', () => {
  const unit = unitOf('server');
  expect(unit).toContain('User=labcast\n');
  expect(unit).toContain('CapabilityBoundingSet=\n');
  expect(unit).toContain('NoNewPrivileges=yes\n');
  expect(unit).toContain('Restart=always\n');
  expect(unit).toContain('WantedBy=multi-user.target\n');
});

test('what was chosen reaches the services, what was not does not', () => {
  const unit = unitOf('server');
  expect(unit).toContain('Environment=LABCAST_PORT=9000\n');
  expect(unit).toContain('Environment=LABCAST_UPLINK_SUBNET=10.98.0.0/16\n');
  expect(unit).toContain('Environment=https_proxy=http://proxy.school.example:3128\n');
  expect(unit).toContain(
    'Environment=DATABASE_URL=postgresql:///labcast?host=/run/labcast/postgres\n',
  );
  expect(unit).not.toContain('SECRET');
});

test('only the host helper may change kernel settings', () => {
  expect(unitOf('host')).not.toContain('ProtectKernelTunables');
  expect(unitOf('host')).not.toContain('ProtectControlGroups');
  expect(unitOf('server')).toContain('ProtectControlGroups=yes');
  expect(unitOf('server')).toContain('ProtectKernelTunables=yes');
  expect(unitOf('postgres')).toContain('ProtectKernelTunables=yes');
});

test('characters that systemd would expand stand for themselves', () => {
  const [service] = services;
  if (!service) throw new Error('no service');
  const unit = renderUnit({
    ...service,
    command: ['/bin/x', '100%', 'a b', '$HOME'],
    environment: { URL: 'postgresql://u:p%40"q@db/x y' },
  });
  expect(unit).toContain('ExecStart=/bin/x 100%% "a b" $$HOME\n');
  expect(unit).toContain('Environment="URL=postgresql://u:p%%40\\"q@db/x y"\n');
});

test('with a database of somebody else there is none of ours', () => {
  const settings = parseSettings({ DATABASE_URL: 'postgresql://db.school.example/labs' });
  const others = describeServices({
    settings,
    releaseFolder: '/opt/x',
    node: '/opt/node',
    cluster: undefined,
    environment: {},
  });
  expect(others.map((service) => service.name)).toEqual(['host', 'server']);
  expect(others.at(-1)?.environment.DATABASE_URL).toBe('postgresql://db.school.example/labs');
});
