import { expect, test } from 'vitest';
import { formatSources, parseIndexTargets } from './debianSources.ts';

const debian = 'http://mirror.example/debian/';

test("of all configured archives only Debian's own with its updates are taken, each once", () => {
  const text = [
    `Debian|bookworm|${debian}|main`,
    `Debian|bookworm|${debian}|main`,
    `Debian|bookworm-updates|${debian}|main`,
    'Debian|bookworm-security|http://mirror.example/debian-security/|main',
    `Debian Backports|bookworm-backports|${debian}|main`,
    'Vendor|bookworm|http://vendor.example/|main',
    '|bookworm|http://unread.example/|main',
    '',
  ].join('\n');
  expect(parseIndexTargets(text, 'bookworm').map(({ suite }) => suite)).toEqual([
    'bookworm',
    'bookworm-updates',
    'bookworm-security',
  ]);
});

test("a machine of a later Debian gives the wanted suite from its own release's mirrors", () => {
  const text = `Debian|trixie|${debian}|main\nDebian|trixie-security|${debian}|main\n`;
  expect(parseIndexTargets(text, 'bookworm').map(({ suite }) => suite)).toEqual([
    'bookworm',
    'bookworm-security',
  ]);
});

test('the password of a mirror is used for building and stays out of the image', () => {
  const sources = [
    { uri: 'https://user:secret@mirror.example/debian/', suite: 'bookworm', component: 'main' },
  ];
  expect(formatSources(sources, { withCredentials: true })).toContain('user:secret@');
  expect(formatSources(sources, { withCredentials: false })).toContain(
    ' https://mirror.example/debian/ bookworm main\n',
  );
});
