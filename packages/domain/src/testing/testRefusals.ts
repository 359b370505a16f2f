import { expect, test } from 'vitest';
import { findProblems } from './readExample.ts';

/** Text -> line, path and the beginning of the message of its only problem. */
export type Refusal = [text: string, line: number, path: string | undefined, message: string];

export function testRefusals(refusals: readonly Refusal[]): void {
  test.each(refusals)('%j is refused on line %d at %s: %s', (text, line, path, message) => {
    const problems = findProblems(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'lab.yaml', line });
    expect(problems[0]?.path).toBe(path);
    expect(problems[0]?.message.slice(0, message.length)).toBe(message);
    expect(problems[0]?.remedy).toMatch(/\w/);
  });
}
