import { expect, test } from 'vitest';
import { isImageName, suggestImageName } from './suggestImageName.ts';

test.each([
  ['Debian 12 (Server).qcow2', 'debian-12-server'],
  ['2024-windows.ISO', 'windows'],
  ['実習.img', 'disk'],
  [`${'long-name-'.repeat(9)}.raw`, 'long-name-long-name-long-name'],
])('the file %s becomes the image %s, which the server takes', (file, name) => {
  expect(suggestImageName(file)).toBe(name);
  expect(isImageName(name)).toBe(true);
});
