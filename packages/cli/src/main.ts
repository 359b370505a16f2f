import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Compiled code is kept between runs, in a folder that nobody else can write to: whoever can write there decides what the
 * next run executes.
 */
function codeCacheDirectory(): string {
  if (process.getuid?.() === 0) {
    return join(process.env.LABCAST_CACHE_DIR ?? '/var/cache/labcast', 'cli-code');
  }
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'labcast', 'cli-code');
}

enableCompileCache(codeCacheDirectory());
const { run } = await import('./run.ts');
await run(process.argv.slice(2));
