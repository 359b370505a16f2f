import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAccount, findBarriers, newPage, openBrowser, signIn } from './support/browser.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await newPage(browser);
});

test('a person signs in, and is led to the address first asked for', async () => {
  const account = await createAccount();
  await page.goto('/a/some-lab-4f2c/settings');
  await page.waitForURL(/\/sign-in\?/);
  await page.getByLabel('Name or e-mail').fill(account.login);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/a\/some-lab-4f2c\/settings/);
});

test('a wrong password is told without saying which of the two is wrong', async () => {
  const { login } = await createAccount();
  await page.goto('/sign-in');
  await page.getByLabel('Name or e-mail').fill(login);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Name and password do not fit together.').waitFor();
  expect(await page.getByLabel('Name or e-mail').inputValue()).toBe(login);
});

test('nothing keeps a person with a screen reader or without a mouse from signing in', async () => {
  await page.goto('/sign-in');
  await page.getByLabel('Name or e-mail').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  const { login, password } = await createAccount();
  await page.getByLabel('Name or e-mail').focus();
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Account' }).waitFor();
});

test('a setup link that is no good says so before anything is typed', async () => {
  await page.goto('/setup/no-such-link');
  await page.getByText('This link does not work').waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'I have an account: sign in' }).click();
  await page.getByLabel('Name or e-mail').waitFor();
});

test('signing out ends it in every window', async () => {
  await signIn(page, await createAccount());
  const other = await page.context().newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'Account' }).waitFor();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
  await other.reload();
  await other.waitForURL(/\/sign-in/);
});
