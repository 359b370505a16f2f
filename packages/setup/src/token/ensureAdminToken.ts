import { createHash, randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface TokenFiles {
  /** The token itself, for root alone. */
  readonly token: string;
  /** Its SHA-256 in hexadecimal digits, for the server. */
  readonly hash: string;
}

export function tokenFiles(stateDir: string): TokenFiles {
  return { token: join(stateDir, 'admin-token'), hash: join(stateDir, 'admin-token.sha256') };
}

/** Made once. To change it, delete the file and run `make up` again. */
export async function ensureAdminToken(stateDir: string): Promise<string> {
  const files = tokenFiles(stateDir);
  const found = (await readFile(files.token, 'utf8').catch(() => '')).trim();
  const token = found === '' ? `lc_${randomBytes(32).toString('base64url')}` : found;
  if (found === '') await replaceFile(files.token, `${token}\n`, 0o600);
  const hash = createHash('sha256').update(token).digest('hex');
  if ((await readFile(files.hash, 'utf8').catch(() => '')).trim() !== hash)
    await replaceFile(files.hash, `${hash}\n`, 0o644);
  return found === '' ? 'made' : 'there already';
}

/** Never half written, and never readable for others on the way. */
async function replaceFile(path: string, text: string, mode: number): Promise<void> {
  await writeFile(`${path}.new`, text, { mode });
  await rename(`${path}.new`, path);
}
