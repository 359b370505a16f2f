import { expect, test } from 'vitest';
import { productionModules, workspaceLinks } from './productionModules.ts';

const lock = {
  packages: {
    '': {},
    'packages/server': {},
    'node_modules/fastify': {},
    'node_modules/fastify/node_modules/pino': {},
    'node_modules/vitest': { dev: true },
    'node_modules/vitest/node_modules/chai': { dev: true },
    'packages/server/node_modules/ws': {},
    'node_modules/@labcast/server': { link: true, resolved: 'packages/server' },
  },
};

test('development packages and links are left out, nested ones come with their owner', () => {
  expect(productionModules(lock)).toEqual([
    'node_modules/fastify',
    'packages/server/node_modules/ws',
  ]);
});

test('our own packages are links to their folders', () => {
  expect(workspaceLinks(lock)).toEqual({ 'node_modules/@labcast/server': 'packages/server' });
});
