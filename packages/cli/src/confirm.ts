import { createInterface } from 'node:readline/promises';
import { CommandError } from './commandError.ts';

/** Whether a person sits there who can be asked. */
export function canAsk(json: boolean): boolean {
  return !json && process.stdin.isTTY && process.stderr.isTTY;
}

/** Asks on the terminal; everything but a yes is a no. Throws `interrupted` on Ctrl-C and at the end of input. */
export async function confirm(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const stop = new AbortController();
  const giveUp = (): void => stop.abort();
  lines.on('SIGINT', giveUp).on('close', giveUp);
  try {
    const answer = await lines.question(`${question} [y/N] `, { signal: stop.signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (cause) {
    process.stderr.write('\n');
    throw new CommandError('interrupted', 'Nothing was changed.', { cause });
  } finally {
    lines.close();
  }
}
