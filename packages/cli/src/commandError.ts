import type { ErrorCode, Problem } from '@labcast/domain';

/** Something that this command found out by itself, before or without the server. Shown like the server's errors. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: ErrorCode | 'server-unreachable' | 'interrupted';
  readonly remedy: string | undefined;
  readonly problems: readonly Problem[];

  constructor(
    code: CommandError['code'],
    message: string,
    more: { remedy?: string; problems?: readonly Problem[]; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.remedy = more.remedy;
    this.problems = more.problems ?? [];
  }
}

export function wrongUse(message: string, remedy?: string): CommandError {
  return new CommandError('request-invalid', message, remedy === undefined ? {} : { remedy });
}
