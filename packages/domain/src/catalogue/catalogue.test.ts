import { expect, test } from 'vitest';
import { catalogueImages, findCatalogueImage } from './catalogue.ts';

const sizes = ['cpu', 'memoryBytes', 'storageBytes'] as const;

test('no two images share a name, an alias or a reference', () => {
  for (const key of ['name', 'alias', 'reference'] as const) {
    const values = catalogueImages.flatMap((image) => image[key] ?? []);
    expect(new Set(values).size).toBe(values.length);
  }
});

test.each(catalogueImages.map((image) => [image.name, image] as const))(
  '%s recommends no less than it needs at least, and more than nothing',
  (_name, image) => {
    for (const size of sizes) {
      expect(image.minimum[size]).toBeGreaterThan(0);
      expect(image.recommended[size]).toBeGreaterThanOrEqual(image.minimum[size]);
    }
  },
);

test('an app says where it serves and has no alias in Incus; everything else has an alias only', () => {
  for (const image of catalogueImages) {
    const isApp = image.kind === 'app';
    expect(image.port !== undefined).toBe(isApp);
    expect(image.reference !== undefined).toBe(isApp);
    expect(image.alias).toBe(isApp ? undefined : `labcast/${image.name}`);
  }
});

test('an image that is not ours is not in the catalogue', () => {
  expect(findCatalogueImage('debian-12')?.defaultUser).toBe('student');
  expect(findCatalogueImage('images:alpine/3.20')).toBeUndefined();
  expect(findCatalogueImage('constructor')).toBeUndefined();
});
