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

test('no button is smaller than 24 pixels', async () => {
  const page = pages.get('light')!;
  await page.setViewportSize({ width: 390, height: 900 });
  const small: string[] = [];
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(address());
    await page.locator('main').first().waitFor();
    await page.waitForTimeout(300);
    const found = await page
      // Arrows of a number's field do what typing does.
      .locator('button:visible:not([tabindex="-1"])')
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().height < 24)
          .map(({ textContent }) => textContent),
      );
    small.push(...found.map((label) => `${name}: ${label}`));
  }
  expect(small).toEqual([]);
});

test('on a phone the bar keeps the name of the assignment readable', async () => {
  const page = pages.get('light')!;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/a/${lab.slug}/design`);
  const name = page.getByRole('navigation', { name: 'Place' }).getByText('Firewall basics');
  await name.waitFor();
  expect(await name.evaluate((button) => button.scrollWidth - button.clientWidth)).toBe(0);
});

test('on a phone a table lists its rows, and stays a table for a screen reader', async () => {
  const page = pages.get('light')!;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of [
    '/admin/people',
    '/admin/audit',
    '/admin/images',
    '/account?tab=sessions',
  ]) {
    await page.goto(address);
    const table = page.getByRole('table').first();
    await table.getByRole('rowheader').first().waitFor();
    expect(await table.evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(390);
  }
});

test('nothing shows through the buttons of an empty canvas', async () => {
  const page = pages.get('light')!;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/a/${lab.slug}/design`);
  const network = page.locator('#rail-lan');
  await network.waitFor({ state: 'attached' });
  expect(await network.evaluate((rail) => rail.checkVisibility({ opacityProperty: true }))).toBe(
    false,
  );
});

test('on a tablet no button to create something is cut off', async () => {
  const page = pages.get('light')!;
  await page.setViewportSize({ width: 800, height: 900 });
  await page.goto(`/a/${lab.slug}/design`);
  const buttons = page.getByRole('navigation', { name: 'Create' }).getByRole('button');
  await buttons.first().waitFor();
  const cut = await buttons.evaluateAll((all) =>
    all.filter((button) => button.getBoundingClientRect().right > innerWidth).map(String),
  );
  expect(cut).toEqual([]);
});

test('what is chosen can be seen, light and dark', async () => {
  for (const page of pages.values()) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/courses/${lab.course}/new`);
    const chosen = page.getByRole('checkbox', { name: 'A way to the internet' });
    await chosen.waitFor();
    const box = await chosen.evaluate((input) => getComputedStyle(input).backgroundColor);
    const tick = await chosen
      .locator('xpath=..')
      .locator('svg')
      .evaluate((icon) => getComputedStyle(icon).color);
    expect(contrast(box, tick)).toBeGreaterThan(3);
  }
});

test('a receipt goes on paper as far as it is long', async () => {
  const page = pages.get('light')!;
  await page.setViewportSize({ width: 718, height: 600 });
  await page.goto(`/courses/${lab.course}/receipt`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.emulateMedia({ media: 'print' });
  // As many rows as a class has.
  const hidden = await page.evaluate(() => {
    const rows = document.createElement('div');
    rows.style.height = '4000px';
    document.querySelector('main')?.append(rows);
    return document.querySelector('#content')!.scrollHeight - document.body.scrollHeight;
  });
  await page.emulateMedia({ media: null });
  expect(hidden).toBeLessThanOrEqual(0);
});

/** Of two colours as the browser gives them, by WCAG 2. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other].map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('what is read in the dark is printed in light', async () => {
  const page = pages.get('dark')!;
  await page.goto('/');
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
  await expect.poll(scheme).toBe('dark');
  await page.evaluate(() =>
    window.addEventListener('beforeprint', () =>
      document.body.setAttribute(
        'data-printed-in',
        document.documentElement.dataset.mantineColorScheme ?? '',
      ),
    ),
  );
  await page.pdf();
  expect(await page.locator('body').getAttribute('data-printed-in')).toBe('light');
  await expect.poll(scheme).toBe('dark');
});
