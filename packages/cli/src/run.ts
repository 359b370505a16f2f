import { CommanderError } from 'commander';
import { wrongUse } from './commandError.ts';
import { connect } from './connection/connect.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exitCodes.ts';
import { printError } from './printError.ts';
import { buildProgram } from './program.ts';

/** Runs one command line (without node and script) and sets the process's exit code. Never throws. */
export async function run(words: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  const own = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  const context: Context = { json: own.includes('--json'), connect };
  try {
    if (words[0] === 'complete') {
      const { complete } = await import('./completion/complete.ts');
      await complete(words.slice(words.indexOf('--') + 1), context);
      return;
    }
    const program = await buildProgram(
      context,
      own.find((word) => !word.startsWith('-')),
    );
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    process.exitCode = printError(
      error instanceof CommanderError ? asWrongUse(error, own[0]) : error,
      context.json,
      context.blueprintFile,
    );
  }
}

function asWrongUse(error: CommanderError, command: string | undefined): Error {
  const text = error.message.replace(/^error: /, '').trim();
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  const isCommand = command !== undefined && /^[a-z]+$/.test(command);
  const known = isCommand && error.code !== 'commander.unknownCommand';
  return wrongUse(
    /[.)?]$/.test(sentence) ? sentence : `${sentence}.`,
    `See: labcast ${known ? `${command} ` : ''}--help`,
  );
}

/** `labcast logs web | head` is no failure: the reader has seen enough. */
function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    throw error;
  });
}
