import type { Page } from 'playwright-core';
import { callApi } from './connection.ts';

/** As somebody new, who administers. */
export async function signIn(page: Page, unique: string): Promise<void> {
  const account = { login: `bench-${unique}`, password: `password of ${unique}` };
  await callApi('POST', '/people', { ...account, name: 'Bench', isAdministrator: true });
  await page.goto('/sign-in');
  await page.getByLabel('Name or e-mail').fill(account.login);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Account' }).waitFor();
}
