import { expect, test } from 'vitest';
import { importText } from './importText.ts';

const none = { new: 0, changed: 0, unchanged: 0, missing: 0, problems: 0 };

test.each([
  [{ new: 1 }, 'Import 1 person'],
  [{ new: 4, missing: 2 }, 'Import 4 people'],
  [{ new: 2, problems: 2 }, 'Import the other 2'],
  [{ new: 1, changed: 1, unchanged: 1 }, 'Import 3 people: 1 new, 1 changed, 1 unchanged'],
  [{ new: 2, unchanged: 2 }, 'Import 4 people: 2 new, 2 unchanged'],
  [{ changed: 1, unchanged: 1, problems: 1 }, 'Import the other 2: 1 changed, 1 unchanged'],
  [{ new: 2, missing: 3 }, 'Import 2 people: 1 taken out', 1],
  [{ new: 1, changed: 1, missing: 3 }, 'Import 2 people: 1 new, 1 changed, 2 taken out', 2],
  [{ unchanged: 5, missing: 2 }, 'Take out 1 person', 1],
  [{ missing: 2 }, 'Take out 2 people', 2],
])('of %o the button says "%s"', (some, words, removed = 0) => {
  expect(importText.import({ ...none, ...some }, removed)).toBe(words);
});
