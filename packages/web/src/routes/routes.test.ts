import { expect, test } from 'vitest';
import { parseConsoleAddress, writeConsoleAddress } from './consoleAddress.ts';
import { parseConsoleName, writeConsoleName } from './consoleName.ts';
import { parseClassSearch } from './parseClassSearch.ts';
import { parseCompareSearch } from './parseCompareSearch.ts';
import { parseCourseSearch } from './parseCourseSearch.ts';
import { parseDesignSearch, splitList } from './parseDesignSearch.ts';
import { parsePipelineSearch } from './parsePipelineSearch.ts';
import { parseSignInSearch } from './parseSignInSearch.ts';
import { parseUpdateSearch } from './parseUpdateSearch.ts';
import { parseShownConsoles, writeShownConsoles } from './shownConsoles.ts';

test('what is usual does not stand in the address of a design', () => {
  expect(parseDesignSearch({ view: 'canvas', dock: 'bottom', sel: '' })).toEqual({});
  expect(parseDesignSearch({ view: 'yaml', dock: 'right' })).toEqual({
    view: 'yaml',
    dock: 'right',
  });
});

test('an address somebody mistyped still shows the page, without what makes no sense', () => {
  const mistyped = { view: 'cube', sel: 'web,<b>,db,web', console: 'web.terminal,web.oven,7' };
  expect(parseDesignSearch(mistyped)).toEqual({ sel: 'web,db', console: 'web.terminal' });
  expect(parseDesignSearch({ sel: { web: true } })).toEqual({});
});

test('a list of one number is a list', () => {
  expect(splitList(12)).toEqual(['12']);
});

test.each(['web.terminal', 'web.terminal-2', 'a-b-2.terminal-10', 'vm.screen', 'shop.page'])(
  '%s names a console',
  (text) => {
    const name = parseConsoleName(text);
    expect(name && writeConsoleName(name)).toBe(text);
  },
);

test.each([
  'web',
  'web.',
  '.terminal',
  'web.terminal-1',
  'web.terminal-0',
  'Web.terminal',
  'vm.screen-2',
  'vm.oven',
])('%s names no console', (text) => {
  expect(parseConsoleName(text)).toBeUndefined();
});

test('a console has an address of its own, which leads back to it', () => {
  const params = { environment: 'firewall-4f2c.dev', element: 'web', console: 'terminal-2' };
  const address = parseConsoleAddress(params);
  expect(address).toEqual({
    assignment: 'firewall-4f2c',
    environment: 'dev',
    console: { element: 'web', kind: 'terminal', number: 2 },
  });
  expect(address && writeConsoleAddress(address)).toEqual(params);
});

test.each([
  { environment: 'firewall', element: 'web', console: 'terminal' },
  { environment: 'firewall.dev', element: 'web', console: 'oven' },
])('$environment/$element/$console is no console', (params) => {
  expect(parseConsoleAddress(params)).toBeUndefined();
});

test('the dock shows what the address says, as far as it is open', () => {
  const open = ['web.terminal', 'vm.screen'];
  expect(parseShownConsoles('vm.screen~web.terminal', open)).toEqual({
    first: 'vm.screen',
    second: 'web.terminal',
  });
  expect(parseShownConsoles('db.terminal~vm.screen', open)).toEqual({ first: 'vm.screen' });
  expect(parseShownConsoles('vm.screen~vm.screen', open)).toEqual({ first: 'vm.screen' });
  expect(parseShownConsoles(undefined, open)).toEqual({ first: 'web.terminal' });
  expect(parseShownConsoles('web.terminal', [])).toEqual({});
  expect(writeShownConsoles({ first: 'a.terminal', second: 'b.terminal' })).toBe(
    'a.terminal~b.terminal',
  );
});

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'home', 7])(
  'signing in does not lead to %s',
  (to) => {
    expect(parseSignInSearch({ to })).toEqual({});
  },
);

test('signing in leads to the page that was asked for', () => {
  expect(parseSignInSearch({ to: '/a/x-1/design?sel=web' })).toEqual({
    to: '/a/x-1/design?sel=web',
  });
});

test('a course opens with its assignments', () => {
  expect(parseCourseSearch({ tab: 'assignments' })).toEqual({});
  expect(parseCourseSearch({ tab: 'people' })).toEqual({ tab: 'people' });
  expect(parseCourseSearch({ tab: 'secrets' })).toEqual({});
});

test('the address of a pipeline names a run and a stage that there can be', () => {
  expect(parsePipelineSearch({ run: 22, stage: 'rehearse' })).toEqual({
    run: 22,
    stage: 'rehearse',
  });
  expect(parsePipelineSearch({ run: '7' })).toEqual({ run: 7 });
  expect(parsePipelineSearch({ run: 'last', stage: 'paint' })).toEqual({});
});

test('a comparison is of two names', () => {
  expect(parseCompareSearch({ from: 'r3', to: 'c14' })).toEqual({ from: 'r3', to: 'c14' });
  expect(parseCompareSearch({ from: 7, to: '../etc' })).toEqual({ from: '7' });
});

test('what is usual does not stand in the address of a class', () => {
  expect(parseClassSearch({ sort: 'needs', state: '', q: ' ' })).toEqual({});
  expect(
    parseClassSearch({ view: 'table', state: 'failed,<b>,help', q: 12, student: 7, sort: 'name' }),
  ).toEqual({ view: 'table', state: 'failed,help', q: '12', student: '7', sort: 'name' });
});

test('an update is for some students or for all', () => {
  expect(parseUpdateSearch({ release: 4, students: '01,02,01' })).toEqual({
    release: 4,
    students: '01,02',
  });
  expect(parseUpdateSearch({ release: -1 })).toEqual({});
});
