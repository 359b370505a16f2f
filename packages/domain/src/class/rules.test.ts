import { describe, expect, test } from 'vitest';
import { doorsOf, freezesAt, isInExam, opensAt, wasNeverWanted } from './rules.ts';

const at = (time: string) => new Date(`2026-12-01T${time}:00Z`);
const exam = { startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T10:00:00Z' };

describe('an exam', () => {
  const rules = { exam, extraMinutes: 0 };
  const longer = { exam, extraMinutes: 15 };

  test('opens its doors at its start, and closes them at its end', () => {
    expect(doorsOf(rules, at('08:59'))).toEqual({ state: 'not-yet', opensAt: at('09:00') });
    expect(doorsOf(rules, at('09:00'))).toEqual({ state: 'open' });
    expect(doorsOf(rules, at('09:59'))).toEqual({ state: 'open' });
    expect(doorsOf(rules, at('10:00'))).toEqual({ state: 'closed' });
  });

  test('lasts longer for whom it was made longer', () => {
    expect(freezesAt(longer)).toEqual(at('10:15'));
    expect(doorsOf(longer, at('10:14'))).toEqual({ state: 'open' });
    expect(doorsOf(longer, at('10:15'))).toEqual({ state: 'closed' });
  });

  test('has no internet from its announcement until the work was frozen at its end', () => {
    expect(isInExam(rules, at('08:00'))).toBe(true);
    expect(isInExam(rules, at('09:30'))).toBe(true);
    expect(isInExam(rules, at('10:01'))).toBe(true);
    expect(isInExam({ ...rules, frozenAt: at('10:01') }, at('10:01'))).toBe(false);
    expect(isInExam({ ...rules, frozenAt: at('09:10') }, at('09:30'))).toBe(true);
    expect(isInExam({ ...longer, frozenAt: at('09:10') }, at('10:05'))).toBe(true);
    expect(isInExam({ extraMinutes: 0 }, at('09:30'))).toBe(false);
    expect(isInExam({ exam: {}, extraMinutes: 0, frozenAt: at('09:00') }, at('20:00'))).toBe(true);
  });
});

test('what is frozen before its time has closed doors too', () => {
  const rules = { deadline: at('12:00'), extraMinutes: 0 };
  expect(doorsOf(rules, at('11:00')).state).toBe('open');
  expect(doorsOf({ ...rules, frozenAt: at('10:00') }, at('11:00')).state).toBe('closed');
});

test('the later of two beginnings opens the doors', () => {
  const rules = { exam, deployAt: at('09:45') };
  expect(opensAt(rules, at('08:00'))).toEqual(at('09:45'));
  expect(opensAt({ ...rules, deployAt: at('08:30') }, at('08:45'))).toEqual(at('09:00'));
  expect(opensAt(rules, at('09:45'))).toBeUndefined();
  expect(opensAt({}, at('08:00'))).toBeUndefined();
});

test('a place is one that nobody ever wanted to run, whatever else was changed of it', () => {
  const place = { wanted: 'stopped', createdAt: at('08:00'), wokenAt: at('08:00') };
  expect(wasNeverWanted(place)).toBe(true);
  expect(wasNeverWanted({ ...place, wokenAt: at('08:01') })).toBe(false);
  expect(wasNeverWanted({ ...place, wanted: 'running' })).toBe(false);
});
