import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { Problem } from '@labcast/domain';

/** Problems as marks from their column to the end of their line. */
export function problemsInText(problems: readonly Problem[], doc: Text): Diagnostic[] {
  return problems.map(({ line = 1, column = 1, message, remedy }) => {
    const { from, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const start = Math.min(from + column - 1, to);
    const end = from + text.trimEnd().length;
    const marked = start < end ? { from: start, to: end } : { from, to };
    return {
      ...marked,
      severity: 'error',
      message: [`${message}.`, remedy].filter(Boolean).join('\n'),
    };
  });
}
