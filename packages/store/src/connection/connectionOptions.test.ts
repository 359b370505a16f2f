import { userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { connectionOptions } from './connectionOptions.ts';

test('a URL with a socket directory and no user means the operating system user', () => {
  const options = connectionOptions('postgresql:///labcast?host=/run/labcast/postgres');
  expect(options).toMatchObject({ host: '/run/labcast/postgres', database: 'labcast' });
  expect(options.user).toBe(process.env.PGUSER ?? userInfo().username);
});

test('a URL of a server elsewhere keeps its user, host, port and database', () => {
  expect(connectionOptions('postgresql://labs:secret@db.school.example:5433/class')).toMatchObject({
    host: 'db.school.example',
    port: 5433,
    user: 'labs',
    password: 'secret',
    database: 'class',
  });
});
