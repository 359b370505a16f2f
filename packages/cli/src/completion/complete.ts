import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { print } from '../output/print.ts';
import { buildProgram } from '../program.ts';
import { findCandidates } from './findCandidates.ts';

const patienceMs = 1_500;

/**
 * Answers the shell: one candidate per line, with a tab before its explanation, or the one line `:files`. Never
 * complains, since its output would land in the middle of the command line that is being typed.
 */
export async function complete(words: readonly string[], context: Context): Promise<void> {
  const program = await buildProgram(context);
  const answer = findCandidates(program, words, context).catch(() => []);
  const candidates = await Promise.race([answer, sleep(patienceMs, [], { ref: false })]);
  for (const { value, meaning } of candidates) print(`${value}\t${meaning}`);
  // A question to the server that is still open must not hold the shell.
  process.exit();
}
