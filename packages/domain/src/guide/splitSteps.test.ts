import { expect, test } from 'vitest';
import { splitSteps } from './splitSteps.ts';

test('each heading of the second level begins a step', () => {
  const text = '# Lab\nHello.\n\n## One\nDo it.\n### Hint\nSo.\n\n## Two ##\nDone.\n';
  expect(splitSteps(text)).toEqual({
    intro: '# Lab\nHello.',
    steps: [
      { title: 'One', text: 'Do it.\n### Hint\nSo.' },
      { title: 'Two', text: 'Done.' },
    ],
  });
});

test('a heading inside of a block of code is code', () => {
  const text = '## One\n```sh web\n## a comment\n~~~\n```\nafter\n## Two\n';
  expect(splitSteps(text).steps.map(({ title }) => title)).toEqual(['One', 'Two']);
});

test('text without headings is an introduction alone, and nothing is nothing', () => {
  expect(splitSteps('Hello.')).toEqual({ intro: 'Hello.', steps: [] });
  expect(splitSteps('')).toEqual({ intro: '', steps: [] });
});
