import { expect, test } from 'vitest';
import { nameFromFile } from './nameFromFile.ts';

test.each([
  ['/labs/firewall/lab.yaml', 'firewall'],
  ['/labs/Réseaux 2 (été)/lab.yaml', 'reseaux-2-ete'],
  ['/labs/2-intro/lab.yaml', 'intro'],
  [`/labs/${'a'.repeat(39)}-b/lab.yaml`, 'a'.repeat(39)],
])('%s makes the assignment %s', (file, name) => {
  expect(nameFromFile(file)).toBe(name);
});

test.each(['/lab.yaml', '/labs/123/lab.yaml', '-'])('%s gives no name', (file) => {
  expect(() => nameFromFile(file)).toThrow(/name/);
});
