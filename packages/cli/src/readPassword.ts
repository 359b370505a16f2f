import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { wrongUse } from './commandError.ts';

/** From the terminal without showing it, or the first line of standard input. Throws wrong use for an empty one. */
export async function readPassword(question: string): Promise<string> {
  if (!process.stdin.isTTY) {
    const text = (await process.stdin.setEncoding('utf8').toArray()).join('');
    return checked(text.split('\n')[0] ?? '');
  }
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(`${question}: `);
  try {
    return checked(await lines.question(''));
  } finally {
    process.stderr.write('\n');
    lines.close();
  }
}

function checked(password: string): string {
  if (password !== '') return password;
  throw wrongUse(
    'There is no password.',
    'Type it, or give it on standard input: ... <password.txt',
  );
}
