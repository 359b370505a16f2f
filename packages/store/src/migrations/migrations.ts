import type { Migration } from 'kysely/migration';
import { up as foundation } from './0001-foundation.ts';
import { up as people } from './0002-people.ts';
import { up as live } from './0003-live.ts';
import { up as layout } from './0004-layout.ts';
import { up as types } from './0005-types.ts';
import { up as uploads } from './0006-uploads.ts';
import { up as consoles } from './0007-consoles.ts';
import { up as checkpoints } from './0008-checkpoints.ts';
import { up as pipeline } from './0009-pipeline.ts';
import { up as rollouts } from './0010-rollouts.ts';
import { up as roster } from './0011-people.ts';
import { up as student } from './0012-student.ts';
import { up as removing } from './0013-removing.ts';
import { up as checkpointStates } from './0014-checkpoint-states.ts';

/** In the order of their names. One that was released is never changed; the next one goes on from it. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': { up: foundation },
  '0002-people': { up: people },
  '0003-live': { up: live },
  '0004-layout': { up: layout },
  '0005-types': { up: types },
  '0006-uploads': { up: uploads },
  '0007-consoles': { up: consoles },
  '0008-checkpoints': { up: checkpoints },
  '0009-pipeline': { up: pipeline },
  '0010-rollouts': { up: rollouts },
  '0011-people': { up: roster },
  '0012-student': { up: student },
  '0013-removing': { up: removing },
  '0014-checkpoint-states': { up: checkpointStates },
};
