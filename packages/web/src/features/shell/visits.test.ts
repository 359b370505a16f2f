import { expect, test } from 'vitest';
import { findVisit, saveVisit } from './visits.ts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
}

test('each person goes on where that person was', () => {
  const storage = memory();
  const visit = { assignment: 'firewall-4f2c', name: 'Firewall', at: 1 };
  saveVisit('ada', visit, storage);
  expect(findVisit('ada', storage)).toEqual(visit);
  expect(findVisit('grace', storage)).toBeUndefined();
});

test('what is unreadable counts as nothing', () => {
  const storage = memory();
  for (const text of ['{', 'null', '{"assignment":3}']) {
    storage.setItem('labcast-last-visit-ada', text);
    expect(findVisit('ada', storage)).toBeUndefined();
  }
});
