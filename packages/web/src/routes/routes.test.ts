import { expect, test } from 'vitest';
import { parseConsoleName, writeConsoleName } from './consoleName.ts';
import { parseCourseSearch } from './parseCourseSearch.ts';
import { parseDesignSearch, splitList } from './parseDesignSearch.ts';
import { parseSignInSearch } from './parseSignInSearch.ts';

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

test.each(['web.terminal', 'web.terminal-2', 'a-b-2.terminal-10'])('%s names a console', (text) => {
  const name = parseConsoleName(text);
  expect(name && writeConsoleName(name)).toBe(text);
});

test.each(['web', 'web.', '.terminal', 'web.terminal-1', 'web.terminal-0', 'Web.terminal'])(
  '%s names no console',
  (text) => {
    expect(parseConsoleName(text)).toBeUndefined();
  },
);

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
