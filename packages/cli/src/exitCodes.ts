import type { ErrorCode } from '@labcast/domain';

/** What a script can rely on; the reference (docs/cli.md) prints this table. */
export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  notThere: 3,
  refused: 4,
  interrupted: 130,
} as const;

export const exitCodeMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'Done.',
  failed: 'Failed: a step went wrong, or the server does not answer.',
  wrongUse: 'Wrong use: the command line or the lab.yaml has a mistake. Nothing was changed.',
  notThere: 'Not there: no such type, assignment, environment or element.',
  refused: 'Refused: no capacity, no permission, the name is taken, or no confirmation.',
  interrupted: 'Interrupted with Ctrl-C. Work that was asked for goes on.',
};

const byError: Readonly<Record<ErrorCode, keyof typeof exitCodes>> = {
  'blueprint-invalid': 'wrongUse',
  'request-invalid': 'wrongUse',
  'parameter-invalid': 'wrongUse',
  'type-unknown': 'notThere',
  'assignment-not-found': 'notThere',
  'environment-not-found': 'notThere',
  'check-not-found': 'notThere',
  'element-not-found': 'notThere',
  'image-not-found': 'notThere',
  'file-not-found': 'notThere',
  'upload-not-found': 'notThere',
  'image-in-use': 'refused',
  'upload-conflict': 'refused',
  'checkpoint-not-found': 'notThere',
  'release-not-found': 'notThere',
  'run-not-found': 'notThere',
  'rollout-not-found': 'notThere',
  'rollout-running': 'refused',
  'environment-frozen': 'refused',
  'environment-not-open': 'refused',
  'checkpoint-in-use': 'refused',
  'course-not-found': 'notThere',
  'person-not-found': 'notThere',
  'name-taken': 'refused',
  'capacity-exceeded': 'refused',
  'confirmation-needed': 'refused',
  'blueprint-changed': 'refused',
  'course-archived': 'refused',
  'last-administrator': 'refused',
  'link-invalid': 'refused',
  'sign-in-refused': 'refused',
  'too-many-tries': 'refused',
  'not-signed-in': 'refused',
  'not-permitted': 'refused',
  'file-refused': 'failed',
  'apps-domain-missing': 'failed',
  'element-not-running': 'failed',
  'incus-unavailable': 'failed',
  'incus-rejected': 'failed',
  'host-unavailable': 'failed',
  'database-unavailable': 'failed',
  'storage-full': 'failed',
  'step-failed': 'failed',
};

/** A code that this version does not know counts as failed: a newer server may have more of them. */
export function exitCodeFor(code: string): number {
  return exitCodes[(byError as Readonly<Record<string, keyof typeof exitCodes>>)[code] ?? 'failed'];
}
