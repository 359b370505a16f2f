import type { Blueprint } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { RouteDeps } from './deps.ts';
export async function admission(
  _deps: RouteDeps,
  _blueprint: Blueprint,
): Promise<(others: readonly Environment[]) => void> {
  await Promise.resolve();
  return () => undefined;
}
export function promisedTo(_e: readonly Environment[]): {
  memoryBytes: number;
  storageBytes: number;
} {
  throw new Error();
}
