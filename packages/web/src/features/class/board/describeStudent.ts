import type { StudentView } from '@labcast/api-client';
import { printDuration } from '../../../components/printDuration.ts';
import { printMoment } from '../../../components/printMoment.ts';
import { stateLooks } from '../../../theme/stateLooks.ts';
import { classText } from '../classText.ts';
import { groupOf } from './groupOf.ts';
import { studentLooks } from './studentLooks.ts';

export interface StudentWords {
  /** The state in a word. */
  readonly word: string;
  /** What is the matter, or what goes on; empty when all is well. */
  readonly note: string;
  /** When somebody was last here. */
  readonly seen: string;
}

/** What a tile says of a student. Times in milliseconds. */
export function describeStudent(student: StudentView, now: number): StudentWords {
  const { state, lastSeen } = student;
  return {
    word: wordOf(student),
    note: noteOf(student, now),
    seen:
      lastSeen === undefined
        ? state === 'not-deployed'
          ? ''
          : classText.neverSeen
        : printMoment(Date.parse(lastSeen), now),
  };
}

function wordOf(student: StudentView): string {
  const { attention, state } = student;
  const group = groupOf(student);
  if (group === 'help' && attention !== undefined && attention !== 'failed')
    return classText.words[attention];
  if (group === 'idle') return classText.words.idle;
  if (group === 'failed') return stateLooks.failed.word;
  return state === 'frozen' || state === 'not-deployed'
    ? studentLooks[state].word
    : stateLooks[state].word;
}

function noteOf(
  { help, reason, attention, checks, step, stepStartedAt }: StudentView,
  now: number,
) {
  if (help) {
    const since = printMoment(Date.parse(help.since), now);
    return help.message === '' ? since : `${help.message}, ${since}`;
  }
  if (reason !== undefined) return reason;
  if (attention === 'stuck')
    return checks.failing && checks.failing.times > 1
      ? classText.failingOften(checks.failing.name, checks.failing.times)
      : classText.noProgress;
  if (step === undefined) return '';
  return stepStartedAt === undefined
    ? step
    : `${step}, ${printDuration(now - Date.parse(stepStartedAt))}`;
}

/** Who it is: the names, or the number of the place. */
export function nameOf({ people, environment }: StudentView): string {
  return people.length === 0 ? environment : people.map(({ name }) => name).join(', ');
}
