import { expect, test } from 'vitest';
import { listConsoles, nextTerminal } from './listConsoles.ts';

const images = [{ name: 'desktop', display: 'desktop' as const }];
const container = { kind: 'container', image: 'desktop', ports: [] } as never;

test('an element has the consoles that its image makes possible', () => {
  const [desk] = listConsoles(
    [{ name: 'desk', kind: 'container' }],
    { elements: { desk: container } },
    images,
  );
  expect(desk).toEqual({ element: 'desk', kinds: ['screen', 'terminal', 'files', 'logs'] });
});

test('an element that the file no longer has keeps its consoles until it is gone', () => {
  const [old] = listConsoles([{ name: 'old', kind: 'container' }], { elements: {} }, images);
  expect(old?.kinds).toEqual(['terminal', 'files', 'logs']);
});

test('another terminal takes the first free number', () => {
  expect(nextTerminal('web', [])).toBe('web.terminal');
  expect(nextTerminal('web', ['web.terminal', 'db.terminal-2'])).toBe('web.terminal-2');
  expect(nextTerminal('web', ['web.terminal', 'web.terminal-3'])).toBe('web.terminal-2');
});
