import { ensureInstalled } from '../apt/ensurePackages.ts';
import type { Context } from '../run/context.ts';

/** The tests and benchmarks use the pages as people do; Labcast itself needs no browser. */
const packages = ['chromium', 'fonts-noto-core'] as const;

export async function ensureBrowser(
  context: Context,
  print: (text: string) => void,
): Promise<void> {
  await ensureInstalled(context, packages, (text) => {
    print(`Browser: ${text}`);
  });
}
