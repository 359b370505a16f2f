import type { StudentView } from '@labcast/api-client';
import { IconHandStop, IconSnowflake, IconSquareDashed } from '@tabler/icons-react';
import { stateLooks, type StateLook } from '../../../theme/stateLooks.ts';
import { classText } from '../classText.ts';
import { groupOf } from './groupOf.ts';

/** Looks that only a student's lab has, beside those of every lab. */
export const studentLooks = {
  frozen: {
    word: 'frozen',
    color: 'cyan',
    icon: IconSnowflake,
    edge: 'hatched',
    meaning: 'Read-only since the deadline.',
  },
  'not-deployed': {
    word: 'not deployed',
    color: 'gray',
    icon: IconSquareDashed,
    edge: 'dashed',
    meaning: 'Nothing is there yet.',
  },
  help: {
    word: classText.words.help,
    color: 'orange',
    icon: IconHandStop,
    edge: 'double',
    meaning: 'Somebody waits for you.',
  },
  stuck: { ...stateLooks.attention, word: classText.words.stuck },
  idle: { ...stateLooks.stopped, word: classText.words.idle },
} as const satisfies Record<
  string,
  Omit<StateLook, 'edge'> & { edge: StateLook['edge'] | 'hatched' }
>;

/** How a student's tile looks: what the person needs comes before what the machines do. */
export function lookOf(student: StudentView) {
  const { state, attention } = student;
  switch (groupOf(student)) {
    case 'help':
      return attention === 'stuck' ? studentLooks.stuck : studentLooks.help;
    case 'failed':
      return stateLooks.failed;
    case 'idle':
      return studentLooks.idle;
    default:
      return state === 'frozen' || state === 'not-deployed'
        ? studentLooks[state]
        : stateLooks[state];
  }
}
