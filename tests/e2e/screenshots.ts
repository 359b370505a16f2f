import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { createAccount, newPage, openBrowser, signIn } from './support/browser.ts';
import {
  card,
  createAssignment,
  openDesign,
  removeCourse,
  terminalText,
  typeCommand,
} from './support/design.ts';
import { eventually } from './support/views.ts';

/** Draws the pictures of the README from the running system: `npm run screenshots -w @labcast/e2e`. */
const folder = new URL('../../docs/screenshots/', import.meta.url).pathname;

const lab = `version: 1
title: Firewall basics
networks:
  lan: { subnet: 10.0.1.0/24, internet: false }
  dmz: { subnet: 10.0.2.0/24, internet: true }
elements:
  client: { kind: container, image: debian-12, memory: 256MiB, networks: [lan] }
  firewall: { kind: container, image: debian-12, memory: 256MiB, networks: [lan, dmz] }
  web: { kind: container, image: debian-12, memory: 512MiB, networks: [dmz], ports: [80] }
`;

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}${name}.png` });
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const account = await createAccount();
const drawn = await createAssignment(lab, 'Networks 2');
const blank = await createAssignment(undefined, 'Networks 2');
try {
  const page = await newPage(browser);
  await signIn(page, account);
  await openDesign(page, blank);
  await page.getByText('What should be in this lab?').waitFor();
  await take(page, 'blank-canvas');

  await openDesign(page, drawn);
  for (const name of ['client', 'firewall', 'web']) {
    await card(page, name, 'ready').waitFor({ timeout: 120_000 });
  }
  await card(page, 'firewall').getByRole('button', { name: 'Console' }).click();
  await eventually(
    'there is a prompt',
    () => terminalText(page),
    (text) => text.includes('$'),
  );
  await typeCommand(page, 'ip -brief address', /10\.0\.2\.\d+/);
  await page.getByRole('button', { name: 'Fit' }).click();
  await page.waitForTimeout(1_000);
  await take(page, 'design');
  await page.getByText('lab.yaml', { exact: true }).first().click();
  await page.locator('.cm-content').waitFor();
  await take(page, 'lab-yaml');

  await page.goto(`/courses/${drawn.course}/new`);
  await page.waitForTimeout(2_000);
  await take(page, 'new-assignment');

  const dark = await newPage(browser, { colorScheme: 'dark' });
  await signIn(dark, account);
  await openDesign(dark, drawn);
  await card(dark, 'web', 'ready').waitFor();
  await dark.waitForTimeout(1_000);
  await take(dark, 'design-dark');
  await dark.goto('/admin/capacity');
  await dark.waitForTimeout(2_000);
  await take(dark, 'capacity-dark');
} finally {
  await removeCourse(drawn);
  await removeCourse(blank);
  await browser.close();
}
