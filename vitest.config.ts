import { defineConfig } from 'vitest/config';

const resultsFile = process.env.LABCAST_TEST_RESULTS;
const packages = '{packages,bench}/*/**';

/**
 * unit: nothing outside the process. real: this machine's PostgreSQL, incusd and host helper, which `make up` started.
 * slow: what takes too long for every day, such as virtual machines; run by hand with `npm run test:slow`.
 * e2e: the whole product through its command line and its API.
 */
export default defineConfig({
  test: {
    // `make test` counts what all stages say.
    ...(resultsFile === undefined
      ? {}
      : { reporters: ['default', 'json'], outputFile: { json: resultsFile } }),
    projects: [
      {
        test: {
          name: 'unit',
          // What starts a process starts late on a busy machine.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 30_000,
          include: [`${packages}/*.test.ts`],
          exclude: ['**/*.real.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'real',
          // What happens by itself happens late on a busy machine.
          expect: { poll: { timeout: 10_000 } },
          include: [`${packages}/*.real.test.ts`],
          exclude: ['**/node_modules/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // They share one Incus on what may be two cores: side by side they only wait for each other.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'slow',
          include: [`${packages}/*.slow.ts`, 'tests/e2e/**/*.slow.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 600_000,
          hookTimeout: 1_200_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
