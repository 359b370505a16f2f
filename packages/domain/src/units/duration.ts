import type { Refusal } from './refusal.ts';

/** For editors: what `parseDuration` accepts, but for its bounds. */
export const durationPattern = '^[0-9]+(s|m)$';

const longestSeconds = 3600;

/** Seconds of a written duration of at most an hour: `10s`, `2m`. */
export function parseDuration(text: string, name: string): number | Refusal {
  const match = /^(\d+) ?([a-z]*)$/.exec(text.trim());
  const seconds = Number(match?.[1]) * (match?.[2] === 'm' ? 60 : 1);
  if (match?.[2] === '')
    return {
      message: `${name} has no unit, write ${text.trim()}s`,
      remedy: `Write ${text.trim()}s.`,
    };
  if (!match || !['s', 'm'].includes(match[2] ?? ''))
    return {
      message: `${name} is ${JSON.stringify(text)}, which is not a duration`,
      remedy: 'Write seconds or minutes, such as 10s or 2m.',
    };
  if (seconds < 1 || seconds > longestSeconds)
    return { message: `${name} is ${text}`, remedy: 'Write a duration from 1s to 60m.' };
  return seconds;
}

/** The text that gives exactly these seconds again: `90s`, `2m`. */
export function writeDuration(seconds: number): string {
  return seconds % 60 === 0 ? `${String(seconds / 60)}m` : `${String(seconds)}s`;
}
