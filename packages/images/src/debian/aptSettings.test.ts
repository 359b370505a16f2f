import { expect, test } from 'vitest';
import { parseAptSettings } from './aptSettings.ts';

const dump = [
  'APT::Architecture "amd64";',
  'Acquire::http "";',
  'Acquire::http::Proxy "http://user:secret@proxy.example:3128";',
  'Acquire::https::CaInfo "/etc/ssl/school.pem";',
  'Acquire::Check-Valid-Until "false";',
  'Acquire::IndexTargets::deb::Packages::MetaKey "Packages";',
  'DPkg::Post-Invoke:: "rm -f /var/cache/apt/*.bin";',
].join('\n');

test('a build uses the proxy and certificates of this machine and nothing else of its settings', () => {
  expect(parseAptSettings(dump).build.trim().split('\n')).toEqual([
    'Acquire::http::Proxy "http://user:secret@proxy.example:3128";',
    'Acquire::https::CaInfo "/etc/ssl/school.pem";',
    'Acquire::Check-Valid-Until "false";',
  ]);
});

test('an image holds no proxy, whose password students could read', () => {
  expect(parseAptSettings(dump).image).toBe('Acquire::Check-Valid-Until "false";\n');
});
