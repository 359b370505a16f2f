import type { Course } from '@labcast/api-client';
import { expect, test } from 'vitest';
import { listPlaces } from './listPlaces.ts';

const course = (role: Course['role'], more: Partial<Course> = {}): Course => ({
  id: 'c1',
  slug: 'networks-2-4f2c',
  name: 'Networks 2',
  createdAt: '2026-01-01T00:00:00Z',
  role,
  counts: { assignments: 1, people: 1, running: 0 },
  promised: { memoryBytes: 0, storageBytes: 0 },
  assignments: [
    { slug: 'firewall-8fmr', name: 'Firewall', state: 'ready', deployed: 0, asking: 0 },
  ],
  ...more,
});
const addresses = (...known: Parameters<typeof listPlaces>) =>
  listPlaces(...known).map(({ address }) => address);

test('pages that a person may not see are not found', () => {
  const found = addresses({ person: { isAdministrator: false }, courses: [course('assistant')] });
  expect(found).toContain('/a/firewall-8fmr/design');
  expect(found.some((address) => address.startsWith('/admin'))).toBe(false);
  expect(found).not.toContain('/courses/networks-2-4f2c/new');
});

test('nothing new is offered in an archived course', () => {
  const archived = course('instructor', { archivedAt: '2026-01-02T00:00:00Z' });
  const person = { isAdministrator: true };
  expect(addresses({ person, courses: [archived] })).not.toContain('/courses/networks-2-4f2c/new');
  expect(addresses({ person, courses: [course('instructor')] })).toContain(
    '/courses/networks-2-4f2c/new',
  );
});

test('every place is there once', () => {
  const ids = listPlaces({
    person: { isAdministrator: true },
    courses: [course('instructor')],
    here: { assignment: 'firewall-8fmr', dev: undefined },
  }).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
