import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callApi } from './support/api.ts';
import { createAccount, newPage, openBrowser, signIn } from './support/browser.ts';
import { card, createAssignment, openDesign, removeCourse } from './support/design.ts';
import type { Assignment } from './support/design.ts';
import { eventually } from './support/views.ts';

let browser: Browser;
let first: Page;
let second: Page;
let lab: Assignment;
const pages: Page[] = [];
const blueprint = async () =>
  (await callApi<{ blueprint: string }>('GET', `/environments/${lab.slug}/dev/blueprint`))
    .blueprint;

const text = `version: 1
networks:
  lan: { subnet: 10.0.1.0/24, internet: false }
elements:
  web: { kind: container, image: debian-12, memory: 256MiB, networks: [lan] }
`;

beforeAll(async () => {
  browser = await openBrowser();
  lab = await createAssignment(text);
  for (let person = 0; person < 2; person++) {
    const page = await newPage(browser);
    await signIn(page, await createAccount());
    await openDesign(page, lab);
    await card(page, 'web', 'ready').waitFor({ timeout: 120_000 });
    pages.push(page);
  }
  [first, second] = pages as [Page, Page];
});
afterAll(async () => {
  await removeCourse(lab);
  await browser.close();
});

async function setField(page: Page, label: string, value: string): Promise<void> {
  await card(page, 'web').click();
  const field = page.getByLabel(label, { exact: true });
  await field.fill(value);
  await field.press('Enter');
}

test('whoever looks on is told who changed what', async () => {
  await second.getByText('2 here').waitFor({ timeout: 40_000 });
  await setField(first, 'Memory', '300MiB');
  await second.getByText(/^Person .* changed web\.$/).waitFor();
  await card(second, 'web').click();
  expect(await second.getByLabel('Memory', { exact: true }).inputValue()).toMatch(/300/);
});

test('what waits in the plan of one stays, whatever the other does meanwhile', async () => {
  await second.getByLabel(/^Canvas, /).focus();
  await second.keyboard.press('Delete');
  const plan = second.getByRole('region', { name: 'Pending plan' });
  await plan.getByText(/delete web and its data/).waitFor();
  await first.getByRole('button', { name: 'Add network' }).first().click();
  await second.getByText(/^Person .* changed network\.$/).waitFor();
  await plan.getByText(/delete web and its data/).waitFor();
  await plan.getByRole('button', { name: 'Discard' }).click();
  await eventually(
    'both are there',
    blueprint,
    (now) => now.includes('web:') && now.includes('network:'),
  );
});

test('a name that no element can have is refused beside its field, and stays as it was typed', async () => {
  const long = 'شبكة网络🙂'.repeat(20);
  await card(second, 'web').click();
  const name = second.getByLabel('Name', { exact: true });
  await name.fill(long);
  await name.press('Enter');
  await second
    .getByText(/lowercase letters/)
    .first()
    .waitFor();
  expect(await name.inputValue()).toBe(long);
  expect(await blueprint()).toContain('  web:');
});
