import { expect, test } from 'vitest';

import { residentBytes } from './usage.ts';

const metrics = `# TYPE incus_memory_RSS_bytes gauge
incus_memory_RSS_bytes{name="web-2",project="p",type="container"} 1
incus_memory_RSS_bytes{name="web",project="p",type="container"} 6.6686976e+07
incus_memory_Cached_bytes{name="web",project="p",type="container"} 4096
`;

test('resident memory is read of exactly the instance asked for', () => {
  expect(residentBytes(metrics, 'web')).toBe(66_686_976);
  expect(residentBytes(metrics, 'we')).toBeUndefined();
});
