import { execFile } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { findLink } from './linkFiles.ts';

const run = promisify(execFile);
const name = 'lctestrace';
afterAll(() => run('ip', ['link', 'delete', name]).catch(() => undefined));

test('a link that comes and goes while it is looked at is there or is not, and never an error', async () => {
  const script = `for i in $(seq 60); do ip link add ${name} type bridge; ip link delete ${name}; done`;
  let isOver = false;
  const churn = run('sh', ['-c', script]).finally(() => {
    isOver = true;
  });
  const seen = new Set<boolean>();
  while (!isOver) {
    seen.add(findLink(name) !== undefined);
    await setImmediate();
  }
  await churn;
  expect(seen).toEqual(new Set([true, false]));
});
