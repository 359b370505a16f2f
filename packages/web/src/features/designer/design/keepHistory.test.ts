import { expect, test } from 'vitest';
import { initialDesign, nextDesign, type DesignState } from './designState.ts';
import { packHistory, unpackHistory } from './keepHistory.ts';

const lab = (memory: string) => `version: 1
networks:
  lan: { subnet: 10.10.0.0/24 }
elements:
  web: { kind: container, memory: ${memory} }
`;

function edited(count: number, more = ''): DesignState {
  let state = initialDesign(lab('64MiB'), 1);
  for (let step = 0; step < count; step++)
    state = nextDesign(state, {
      type: 'changed',
      label: `step ${step}`,
      text: lab(`${step}MiB`) + more,
    });
  return state;
}

test('after a reload undo goes back as it would have before', () => {
  const before = nextDesign(edited(3), { type: 'undo' });
  const after = { ...initialDesign(before.text, 1), ...unpackHistory(packHistory(before)) };
  expect(nextDesign(after, { type: 'undo' }).text).toBe(lab('0MiB'));
  expect(nextDesign(after, { type: 'redo' }).text).toBe(lab('2MiB'));
});

test('a text that many steps share is written once', () => {
  const many = packHistory(edited(20));
  expect(many.split('10.10.0.0').length - 1).toBe(21);
});

test('of a history that is too long the latest steps are kept', () => {
  const long = edited(60, `# ${'x'.repeat(40_000)}\n`);
  const kept = unpackHistory(packHistory(long));
  expect(kept?.undoable.length).toBeGreaterThan(5);
  expect(kept?.undoable.length).toBeLessThan(60);
  expect(kept?.undoable.at(-1)).toEqual(long.undoable.at(-1));
});

test('what is no history is none', () => {
  expect(unpackHistory('null')).toBeUndefined();
  expect(unpackHistory('{"version":2}')).toBeUndefined();
  expect(unpackHistory('{')).toBeUndefined();
});
