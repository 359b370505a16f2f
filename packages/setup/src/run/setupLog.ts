import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export interface SetupLog {
  readonly path: string;
  write(text: string): void;
}

/** Appends at once, so that the file is complete even when the process is killed. */
export function openSetupLog(path: string): SetupLog {
  mkdirSync(dirname(path), { recursive: true });
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
