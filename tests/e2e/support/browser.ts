import { randomBytes } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { callApi, baseUrl } from './api.ts';

/** Debian's own browser, without a window; `more` are arguments of it. */
export function openBrowser(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.LABCAST_CHROMIUM ?? '/usr/bin/chromium',
    // The tests run as root, where the browser's own sandbox does not work.
    args: ['--no-sandbox', ...more],
  });
}

export interface Account {
  readonly login: string;
  readonly password: string;
}

let administrator: Promise<Account> | undefined;

/** Somebody new who can sign in: as long as there is no administrator, the page for it only says so. */
export async function createAccount(isAdministrator = true): Promise<Account> {
  if (!isAdministrator) await (administrator ??= createAccount());
  const unique = randomBytes(4).toString('hex');
  const account = { login: `person-${unique}`, password: `password of ${unique}` };
  await callApi('POST', '/people', { ...account, name: `Person ${unique}`, isAdministrator });
  return account;
}

/** A page of a browser that knows nobody yet. Its errors are the test's: see `seriousErrors`. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  return context.newPage();
}

export async function signIn(page: Page, { login, password }: Account): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Name or e-mail').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Account' }).waitFor();
}

/** What a checker of accessibility finds wrong by WCAG 2.2 A and AA, one line each; nothing when all is well. */
export async function findBarriers(page: Page, ...excluded: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
    'wcag22aa',
  ]);
  for (const selector of excluded) builder.exclude(selector);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
}
