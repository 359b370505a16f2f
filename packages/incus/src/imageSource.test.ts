import { expect, test } from 'vitest';

import { imageSource } from './imageSource.ts';

const servers = {
  images: { url: 'https://images.example.org', protocol: 'simplestreams' },
} as const;

test('an alias, a fingerprint and an image of a server are told apart', () => {
  expect(imageSource('labcast/gateway', {})).toEqual({ type: 'image', alias: 'labcast/gateway' });
  expect(imageSource('deadbeefdead', {})).toEqual({ type: 'image', fingerprint: 'deadbeefdead' });
  expect(imageSource('images:debian/12', servers)).toEqual({
    type: 'image',
    mode: 'pull',
    server: 'https://images.example.org',
    protocol: 'simplestreams',
    alias: 'debian/12',
  });
});

test('an unknown image server is named together with the known ones', () => {
  expect(() => imageSource('other:debian/12', servers)).toThrow(/other is not known.*images/);
});
