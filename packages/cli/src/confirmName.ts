import { createInterface } from 'node:readline/promises';
import { CommandError } from './commandError.ts';
import { canAsk } from './confirm.ts';
import { tell } from './output/print.ts';

export interface NamedDeletion {
  /** What goes, in one sentence. */
  readonly warning: string;
  /** What has to be typed. */
  readonly name: string;
  /** What was given with `--confirm`. */
  readonly given: string | undefined;
  readonly json: boolean;
}

/** For what takes the work of people with it: its name is typed, or given. Throws `confirmation-needed`. */
export async function confirmName(deletion: NamedDeletion): Promise<void> {
  const { warning, name, given, json } = deletion;
  const typed = given ?? (canAsk(json) ? await ask(warning, name) : undefined);
  if (typed?.normalize('NFC').trim() === name) return;
  throw new CommandError(
    'confirmation-needed',
    typed === undefined
      ? `${warning} Nothing was removed.`
      : `${JSON.stringify(typed)} is not its name. Nothing was removed.`,
    { remedy: `Confirm it: --confirm ${JSON.stringify(name)}` },
  );
}

async function ask(warning: string, name: string): Promise<string> {
  tell(warning);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const stop = new AbortController();
  lines.on('SIGINT', () => stop.abort()).on('close', () => stop.abort());
  try {
    return await lines.question(`Type its name to go on (${name}): `, { signal: stop.signal });
  } catch (cause) {
    process.stderr.write('\n');
    throw new CommandError('interrupted', 'Nothing was changed.', { cause });
  } finally {
    lines.close();
  }
}
