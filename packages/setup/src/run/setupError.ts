/** Why a step cannot go on: a sentence for people, what to do next, and the last lines of what was run. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
  readonly remedy: string | undefined;
  readonly lastLines: readonly string[];

  constructor(
    message: string,
    options: { remedy?: string; lastLines?: readonly string[]; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.remedy = options.remedy;
    this.lastLines = options.lastLines ?? [];
  }
}
