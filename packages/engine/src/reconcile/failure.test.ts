import { IncusError } from '@labcast/incus';
import { expect, test } from 'vitest';
import { describeFailure } from './failure.ts';

const refused =
  'Failed to run: /usr/libexec/incus/incusd forkstart labcast_p3k9x2a-web /var/lib/incus/containers /run/incus/labcast_p3k9x2a-web/lxc.conf: exit status 1';

test("a start that LXC refused is told without Incus's command line, and says where the reason stands", () => {
  const failure = describeFailure(new IncusError('rejected', `Incus: ${refused}`), 'Start web');
  expect(failure).toMatchObject({ code: 'start-refused', next: 'retry' });
  expect(failure.message).not.toContain('forkstart');
  expect(failure.remedy).toContain('incus info p3k9x2a-web --project labcast --show-log');
});

test('what is away for everybody is waited for, anything else is tried again', () => {
  const away = describeFailure(
    new IncusError('unavailable', 'Incus: Incus is shutting down'),
    'Start web',
  );
  expect(away).toMatchObject({ code: 'incus-unavailable', next: 'wait' });
  const odd = describeFailure(new IncusError('rejected', 'Incus: Something new'), 'Start web');
  expect(odd).toMatchObject({ code: 'incus-rejected', message: 'Start web: Incus: Something new' });
});
