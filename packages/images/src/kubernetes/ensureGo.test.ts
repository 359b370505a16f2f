import { expect, test } from 'vitest';
import { parseDebianGo, usableGo } from './ensureGo.ts';

test('a Go that is new enough is used as it is', () => {
  expect(usableGo('go', 'go1.26.8')).toEqual({
    program: 'go',
    environment: { GOTOOLCHAIN: 'local' },
  });
});

test('an older Go that can fetch a toolchain is told which', () => {
  expect(usableGo('go', 'go1.23.4')?.environment.GOTOOLCHAIN).toMatch(/^go1\.26\./);
});

test.each(['go1.19.8', 'devel', ''])('%j cannot build the components', (version) => {
  expect(usableGo('go', version)).toBeUndefined();
});

test('the newest Go of Debian comes first', () => {
  const list = `golang-1.19-go - Go programming language compiler, linker, compiled stdlib
golang-1.9-go - Go programming language compiler, linker, compiled stdlib
golang-1.23-go - Go programming language compiler, linker, compiled stdlib
golang-1.23-doc - documentation
`;
  expect(parseDebianGo(list).map(({ program }) => program)).toEqual([
    '/usr/lib/go-1.23/bin/go',
    '/usr/lib/go-1.19/bin/go',
    '/usr/lib/go-1.9/bin/go',
  ]);
});
