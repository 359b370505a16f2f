import { expect, test } from 'vitest';
import { findMainSource, hasSuite, parseAptSources, renderBackportsSource } from './aptSources.ts';

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

test('the deb822 format is read with comments, several stanzas and several suites', () => {
  const sources = parseAptSources(
    `Types: deb
# a comment between the fields
URIs: http://mirror.school.example/debian
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By: ${keyring}

Types: deb deb-src
URIs: http://mirror.school.example/debian-security
Suites: bookworm-security
Components: main
`,
    'deb822',
  );
  expect(sources).toHaveLength(2);
  expect(findMainSource(sources, 'bookworm')).toEqual({
    uris: ['http://mirror.school.example/debian'],
    suites: ['bookworm', 'bookworm-updates'],
    components: ['main', 'contrib'],
    signedBy: keyring,
  });
});

test('sources that are disabled or only for source packages are not there', () => {
  const text = `Types: deb
Enabled: no
URIs: http://a.example/debian
Suites: bookworm
Components: main

Types: deb-src
URIs: http://b.example/debian
Suites: bookworm
Components: main
`;
  expect(parseAptSources(text, 'deb822')).toEqual([]);
});

test('the one-line format is read with and without options', () => {
  const sources = parseAptSources(
    `deb http://a.example/debian bookworm main # the mirror upstairs
deb [arch=amd64 signed-by=${keyring}] https://b.example/debian bookworm-backports main
# deb http://c.example/debian trixie main
deb-src http://a.example/debian bookworm main`,
    'list',
  );
  expect(sources).toEqual([
    {
      uris: ['http://a.example/debian'],
      suites: ['bookworm'],
      components: ['main'],
      signedBy: undefined,
    },
    {
      uris: ['https://b.example/debian'],
      suites: ['bookworm-backports'],
      components: ['main'],
      signedBy: keyring,
    },
  ]);
  expect(hasSuite(sources, 'bookworm-backports')).toBe(true);
  expect(hasSuite(sources, 'trixie')).toBe(false);
});

test('a key that lies in the source itself is kept with its folded lines', () => {
  const text = `Types: deb
URIs: http://a.example/debian
Suites: bookworm
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mQINBF
 -----END PGP PUBLIC KEY BLOCK-----
`;
  const [source] = parseAptSources(text, 'deb822');
  expect(source).toBeDefined();
  const rendered = source ? renderBackportsSource(source, 'bookworm') : '';
  expect(parseAptSources(rendered, 'deb822')).toEqual([
    { ...source, suites: ['bookworm-backports'] },
  ]);
});

test('the backports come from the mirror and with the keys of the release itself', () => {
  const text = renderBackportsSource(
    {
      uris: ['http://a.example/debian'],
      suites: ['bookworm'],
      components: ['main', 'non-free'],
      signedBy: keyring,
    },
    'bookworm',
  );
  expect(text).toContain('URIs: http://a.example/debian\n');
  expect(text).toContain('Suites: bookworm-backports\nComponents: main\n');
  expect(text).toContain(`Signed-By: ${keyring}\n`);
});
