import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface SetupLog {
  readonly path: string;
  write(text: string): void;
}

/** Appends at once, so that the file is complete even when the process is killed. */
export function openSetupLog(logDir: string): SetupLog {
  mkdirSync(logDir, { recursive: true });
  const path = join(logDir, 'setup.log');
  return {
    path,
    write(text) {
      const stamp = new Date().toISOString();
      appendFileSync(path, text.replace(/\n$/, '').replace(/^/gm, `${stamp} `) + '\n', {
        mode: 0o600,
      });
    },
  };
}
