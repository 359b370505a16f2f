import { randomBytes } from 'node:crypto';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { baseUrl, callApi } from './connection.ts';
import { signIn } from './signIn.ts';

/** In Chromium, signed in, with a blank assignment of that name in a course of its own; nothing of it stays. */
export async function onDesignPage(
  title: string,
  measure: (page: Page, designAddress: string) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.LABCAST_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const unique = randomBytes(4).toString('hex');
  const name = `Bench ${unique}`;
  const { course } = await callApi<{ course: { slug: string } }>('POST', '/courses', { name });
  const { assignment } = await callApi<{ assignment: { slug: string } }>(
    'POST',
    `/courses/${course.slug}/assignments`,
    { name: title, from: { kind: 'blank' } },
  );
  try {
    const page = await browser.newPage({
      baseURL: baseUrl,
      viewport: { width: 1440, height: 900 },
    });
    await signIn(page, unique);
    await measure(page, `/a/${assignment.slug}/design`);
  } finally {
    await browser.close();
    await callApi('DELETE', `/courses/${course.slug}`, { confirmation: name });
  }
}
