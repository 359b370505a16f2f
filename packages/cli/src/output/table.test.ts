import { styleText } from 'node:util';
import { expect, test } from 'vitest';
import { formatTable } from './table.ts';

test('columns are aligned, also when cells carry colour, and lines end without spaces', () => {
  const red = styleText('red', 'no', { validateStream: false });
  expect(
    formatTable(
      ['NAME', 'STATE', ''],
      [
        ['webserver', red, 'x'],
        ['a', 'ready', ''],
      ],
    ),
  ).toBe(['NAME       STATE', `webserver  ${red}     x`, 'a          ready'].join('\n'));
});
