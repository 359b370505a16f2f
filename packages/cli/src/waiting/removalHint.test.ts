import { expect, test } from 'vitest';
import { exampleView, failedView } from '../testing/exampleViews.ts';
import { describeEnd } from './describeEnd.ts';
import { describeFailure } from './describeFailure.ts';

const place = { assignment: 'firewall-4f2c', environment: '07-frozen', role: 'rehearsal' } as const;

test.each(['student', 'rehearsal'] as const)(
  'a message about one place (%s) names that place to be removed, never the assignment',
  (role) => {
    const failure = describeFailure(failedView({ ...place, role }));
    const end = describeEnd(exampleView({ ...place, role }), 1000);
    for (const text of [failure.remedy, end]) {
      expect(text).toContain('Remove it:  labcast destroy firewall-4f2c/07-frozen');
      expect(text).not.toMatch(/labcast destroy firewall-4f2c(\n|$)/);
    }
  },
);

test.each(['dev', 'prod'] as const)('what cannot go alone (%s) says that all goes', (role) => {
  const failure = describeFailure(failedView({ ...place, environment: role, role }));
  expect(failure.remedy).toMatch(/Remove all: labcast destroy firewall-4f2c$/);
});
