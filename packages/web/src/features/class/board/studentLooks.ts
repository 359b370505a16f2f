import type { StudentView } from '@labcast/api-client';
import { IconHandStop, IconSquareDashed } from '@tabler/icons-react';
import { frozenLook, stateLooks, type StateLook } from '../../../theme/stateLooks.ts';
import { classText } from '../classText.ts';
import { groupOf } from './groupOf.ts';

/** Looks that only a student's lab has, beside those of every lab. */
export const studentLooks = {
  frozen: frozenLook,
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
} as const satisfies Record<string, StateLook>;

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
