import { recipeProperty } from '@labcast/images';
import { imageMarks } from '@labcast/incus';
import { expect, test } from 'vitest';
import { isOurImage } from './ourImages.ts';

const built = { properties: { [recipeProperty]: 'hash' } };
const uploaded = (project: string) => ({
  properties: { [imageMarks.upload]: '7', [imageMarks.project]: project },
});

test('images that were built belong to the usual project', () => {
  expect(isOurImage(built, 'labcast')).toBe(true);
  expect(isOurImage(built, 'second')).toBe(false);
});

test('a disk that was uploaded belongs to the project that it was uploaded to', () => {
  expect(isOurImage(uploaded('labcast'), 'labcast')).toBe(true);
  expect(isOurImage(uploaded('second'), 'labcast')).toBe(false);
  expect(isOurImage(uploaded('second'), 'second')).toBe(true);
});

test('an uploaded disk from before projects were noted belongs to the usual project', () => {
  const old = { properties: { [imageMarks.upload]: '7' } };
  expect(isOurImage(old, 'labcast')).toBe(true);
  expect(isOurImage(old, 'second')).toBe(false);
});

test('images of others are never ours', () => {
  expect(isOurImage({ properties: { os: 'Debian' } }, 'labcast')).toBe(false);
});
