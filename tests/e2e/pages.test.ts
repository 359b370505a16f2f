import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, findBarriers, newPage, openBrowser, signIn } from './support/browser.ts';
import { createAssignment, removeCourse } from './support/design.ts';
import type { Assignment } from './support/design.ts';

let browser: Browser;
let lab: Assignment;
const pages = new Map<string, Page>();

beforeAll(async () => {
  browser = await openBrowser();
  lab = await createAssignment(undefined, `شبكات ${'網路 Networks '.repeat(12)}`.trim());
  const account = await createAccount();
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await newPage(browser, { colorScheme });
    await signIn(page, account);
    pages.set(colorScheme, page);
  }
});
afterAll(async () => {
  await removeCourse(lab);
  await browser.close();
});

const addresses: Record<string, () => string> = {
  'the courses': () => '/',
  'a course': () => `/courses/${lab.course}`,
  'the people of a course': () => `/courses/${lab.course}?tab=people`,
  'the settings of a course': () => `/courses/${lab.course}?tab=settings`,
  'a new assignment': () => `/courses/${lab.course}/new`,
  'an empty design': () => `/a/${lab.slug}/design`,
  'an empty design as a list': () => `/a/${lab.slug}/design?view=list`,
  'an empty design as lab.yaml': () => `/a/${lab.slug}/design?view=yaml`,
  'the settings of an assignment': () => `/a/${lab.slug}/settings`,
  'the account': () => '/account',
  'the activity': () => '/activity',
  capacity: () => '/admin/capacity',
  images: () => '/admin/images',
  'all people': () => '/admin/people',
  'the audit': () => '/admin/audit',
  'the ledger': () => '/admin/ledger',
  'the settings of the server': () => '/admin/settings',
  'an address where nothing is': () => '/courses/nothing-0000',
};

test.each(Object.keys(addresses))('%s shuts nobody out, light and dark', async (name) => {
  for (const page of pages.values()) {
    await page.goto(addresses[name]?.() ?? '/');
    await page.locator('main').first().waitFor();
    // Until the lists have come: the stream of events never lets the network be idle.
    await page.waitForTimeout(800);
    expect(await findBarriers(page)).toEqual([]);
  }
});

test.each([1440, 1024, 390])('at %i pixels no page scrolls sideways', async (width) => {
  const page = pages.get('light')!;
  await page.setViewportSize({ width, height: 900 });
  const wide: string[] = [];
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(address());
    await page.locator('main').first().waitFor();
    await page.waitForTimeout(300);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) wide.push(`${name}: ${String(over)} px`);
  }
  expect(wide).toEqual([]);
});
