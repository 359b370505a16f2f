import { RequestError } from '../api/RequestError.ts';

export interface DescribedError {
  readonly message: string;
  readonly remedy?: string;
  readonly problems: readonly string[];
  /** All that helps whoever looks into it. */
  readonly details: string;
}

/** What to show of anything that was thrown: the server's words, or those of the program. */
export function describeError(error: unknown): DescribedError {
  if (error instanceof RequestError) {
    const { message, remedy, requestId, code } = error;
    // What the message says already is not said again.
    const others = error.problems.filter((problem) => problem.message !== message);
    const all = others.map((problem) =>
      [
        problem.line === undefined ? '' : `line ${problem.line}: `,
        problem.message.replace(/\.$/, ''),
        problem.remedy === undefined ? '.' : `. ${problem.remedy}`,
      ].join(''),
    );
    const problems = [...new Set(all)];
    const found = requestId === undefined ? [] : [`Request ${requestId}`];
    return {
      message,
      ...(remedy !== undefined && { remedy }),
      problems,
      details: [message, ...problems, remedy ?? '', `Code ${code}`, ...found]
        .filter(Boolean)
        .join('\n'),
    };
  }
  const thrown = error instanceof Error ? error : new Error(String(error));
  return { message: thrown.message, problems: [], details: thrown.stack ?? thrown.message };
}
