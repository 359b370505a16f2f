import type { Refusal } from '../units/refusal.ts';

/** zod carries one text per issue; ours has two parts, what is wrong and what to do, on two lines. */
export function wrong(refusal: Refusal): string {
  return `${refusal.message}\n${refusal.remedy}`;
}

/** The two parts again; text that was not made by `wrong` is all message. */
export function readWrong(text: string): Refusal {
  const [message = '', remedy = 'Correct it.'] = text.split('\n');
  return { message, remedy };
}

/** What people call the place of an issue: its last key, or `ports, item 2` in a list. */
export function fieldName(path: readonly PropertyKey[] | undefined): string {
  const last = path?.at(-1);
  if (last === undefined) return 'a name';
  if (typeof last !== 'number') return String(last);
  return `${fieldName(path?.slice(0, -1))}, item ${String(last + 1)}`;
}

/** A value in a message, cut to what a person takes in. */
export function quote(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
