import { expect, test } from 'vitest';

import {
  readIncusError,
  saysAlreadyRunning,
  saysStillRunning,
  type IncusErrorKind,
} from './errors.ts';

/** As Incus 6.0.4 answered; 200 where the error came inside a wait. */
const recorded: readonly (readonly [number, string, IncusErrorKind])[] = [
  [404, 'Failed to fetch instance "nope" in project "labcast": Instance not found', 'not-found'],
  [500, 'Storage pool not found', 'not-found'],
  [
    404,
    'Failed creating instance record: Failed initializing instance: Failed loading storage pool: Storage pool not found',
    'not-found',
  ],
  [500, 'Image not provided for instance creation', 'not-found'],
  [404, 'Image "deadbeefdead" not found', 'not-found'],
  [404, 'Not Found', 'not-found'],
  [
    500,
    'Failed creating instance record: Add instance info to the database: Failed to create "instances" entry: UNIQUE constraint failed: instances.project_id, instances.name',
    'conflict',
  ],
  [409, 'The storage pool already exists: The record already exists', 'conflict'],
  [500, 'Only empty projects can be removed.', 'conflict'],
  [400, 'The storage pool is currently in use', 'conflict'],
  [500, 'Failed creating instance record: Instance is busy running a "create" operation', 'busy'],
  [
    500,
    'Failed to create instance delete operation: Instance is busy running a "start" operation',
    'busy',
  ],
  [
    500,
    'Failed to create instance delete operation: A matching non-reusable operation has now succeeded',
    'busy',
  ],
  [400, 'Instance is running', 'rejected'],
  [400, 'Instance is not running', 'rejected'],
  [500, 'The instance is already running', 'rejected'],
  [400, 'The instance is already stopped', 'rejected'],
  [500, 'container is not running: "dev-incus_a1"', 'rejected'],
  [
    400,
    'Invalid instance name: Name can only contain alphanumeric and hyphen characters',
    'rejected',
  ],
  [500, 'Failed creating instance record: Invalid value: xx', 'rejected'],
  [500, 'Incus is shutting down', 'unavailable'],
  [503, 'Storage pool "labcast" unavailable on this server', 'unavailable'],
];

test.each(recorded)('%i "%s" means %s', (statusCode, text, kind) => {
  expect(readIncusError(text, statusCode).kind).toBe(kind);
});

test('a full disk is told from every other failure, with the status or without', () => {
  for (const text of [
    'sftp: "write /big: disk quota exceeded" (SSH_FX_FAILURE)',
    'Failed to run: btrfs qgroup limit: exit status 1 (ERROR: unable to limit: Disk quota exceeded)',
    'saving config file for the container failed',
    'Failed to run: tar: write error: no space left on device',
  ]) {
    expect(readIncusError(text, 500).kind).toBe('storage-full');
    expect(readIncusError(text).kind).toBe('storage-full');
  }
});

test('"running already" is told from "still running"', () => {
  const already = readIncusError('The instance is already running', 500);
  const still = readIncusError('Instance is running', 400);
  expect([saysAlreadyRunning(already), saysStillRunning(already)]).toEqual([true, false]);
  expect([saysAlreadyRunning(still), saysStillRunning(still)]).toEqual([false, true]);
});
