import { expect, test } from 'vitest';
import { guestPhase } from './guestPhase.ts';
import type { ObservedGuest } from './observed.ts';

const on: ObservedGuest = { power: 'on', agentAnswers: false, upSeconds: 0 };
const ours = { hasAgent: true };
const uploaded = { hasAgent: false };

test('a guest whose agent answers is up, however short it runs', () => {
  expect(guestPhase({ ...on, agentAnswers: true }, ours)).toBe('up');
  expect(guestPhase({ ...on, agentAnswers: true }, uploaded)).toBe('up');
});

test('a guest that says nothing is starting, until it has had its time', () => {
  expect(guestPhase(undefined, ours)).toBe('starting');
  expect(guestPhase({ ...on, power: 'starting' }, ours)).toBe('starting');
  expect(guestPhase({ ...on, upSeconds: 120 }, ours)).toBe('starting');
  expect(guestPhase({ ...on, upSeconds: 301 }, ours)).toBe('silent');
});

test('of an uploaded disk nobody knows whether it has an agent, so one that runs is up after a minute', () => {
  expect(guestPhase({ ...on, upSeconds: 10 }, uploaded)).toBe('starting');
  expect(guestPhase({ ...on, upSeconds: 61 }, uploaded)).toBe('up');
});

test('one that was switched off stays off', () => {
  expect(guestPhase({ ...on, power: 'off' }, ours)).toBe('off');
});
