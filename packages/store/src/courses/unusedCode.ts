import { randomInt } from 'node:crypto';
import { codeCharacters } from '@labcast/domain';
import type { Database } from '../connection/createDatabase.ts';

/** Never one that was used before: a link to what was deleted must not lead to something else. */
export async function unusedCode(
  transaction: Database,
  table: 'course' | 'assignment',
): Promise<string> {
  for (;;) {
    const code = Array.from({ length: 4 }, () =>
      codeCharacters.charAt(randomInt(codeCharacters.length)),
    ).join('');
    const taken = await transaction
      .selectFrom(table)
      .select('id')
      .where('code', '=', code)
      .executeTakeFirst();
    if (!taken) return code;
  }
}
