import { opensAt } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { Identity } from '../access/identify.ts';

/** What an exam asks is read by nobody whose lab it is before the doors open: neither the instructions nor the checks. */
export function isHiddenYet(environment: Environment, identity: Identity | undefined): boolean {
  if (environment.role !== 'student' || !identity?.caller.owns.has(environment.id)) return false;
  return opensAt(environment, new Date()) !== undefined;
}
