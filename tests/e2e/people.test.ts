import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { callApi } from './support/api.ts';
import { createAccount, findBarriers, newPage, openBrowser, signIn } from './support/browser.ts';
import { removePeople } from './support/people.ts';

let browser: Browser;
let teacher: Page;
let course: { slug: string; name: string };
/** Tells the people of this run from those of another. */
let unique: string;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  unique = randomBytes(4).toString('hex');
  const name = `People ${unique}`;
  const made = await callApi<{ course: { slug: string } }>('POST', '/courses', { name });
  course = { slug: made.course.slug, name };
  const account = await createAccount(false);
  await callApi('PUT', `/courses/${course.slug}/people/${account.login}`, { role: 'instructor' });
  teacher = await newPage(browser);
  await signIn(teacher, account);
  await teacher.goto(`/courses/${course.slug}?tab=people`);
});
afterEach(async () => {
  await teacher.context().close();
  await removePeople(course.slug);
  await callApi('DELETE', `/courses/${course.slug}`, { confirmation: course.name });
});

const mail = (name: string) => `${name}-${unique}@school.example`;
const header = 'Name;E-mail;ID;Section;Group';

async function choose(way: string): Promise<void> {
  await teacher.getByRole('button', { name: 'Add', exact: true }).click();
  await teacher.getByRole('menuitem', { name: way }).click();
}

async function chooseFile(text: string | Buffer): Promise<void> {
  const buffer = typeof text === 'string' ? Buffer.from(text) : text;
  await teacher
    .locator('input[type=file]')
    .setInputFiles({ name: 'class.csv', mimeType: 'text/csv', buffer });
}

const people = async () =>
  (
    await callApi<{ people: { person: { name: string } }[] }>(
      'GET',
      `/courses/${course.slug}/people`,
    )
  ).people.map(({ person }) => person.name);

test('a class comes from a file with two bad lines, and a student sets a password by a link', async () => {
  const good = [header, `Ada;${mail('ada')};1;A;Red`, `山田 太郎;${mail('yamada')};2;B;`];
  await choose('From a CSV file');
  await chooseFile([...good, 'Bob;;3;A;', `Eve;${mail('eve')};1;A;`].join('\r\n'));
  await teacher.getByText('2 new, 0 changed, 0 unchanged, 0 missing').waitFor();
  await teacher.getByText('Line 4: E-mail is missing.').waitFor();
  await teacher.getByText('Line 5: Same student number as line 2.').waitFor();
  expect(await people()).toHaveLength(1);
  expect(await findBarriers(teacher)).toEqual([]);
  await teacher.getByRole('button', { name: 'Import the other 2' }).click();
  await teacher.getByRole('rowheader', { name: 'Ada', exact: true }).waitFor();

  await choose('From a CSV file');
  await chooseFile([...good, `Bob;${mail('bob')};3;A;`, `Eve;${mail('eve')};4;A;`].join('\r\n'));
  await teacher.getByText('2 new, 0 changed, 2 unchanged').waitFor();
  await teacher.getByRole('button', { name: 'Import 4 people: 2 new, 2 unchanged' }).click();
  await teacher.getByRole('rowheader', { name: 'Eve', exact: true }).waitFor();

  await teacher.getByRole('button', { name: 'New link for Ada' }).click();
  const link = await teacher.locator('code').first().innerText();
  await teacher.getByRole('button', { name: 'Done' }).click();
  await teacher.getByText('link given').waitFor();

  const student = await newPage(browser);
  await student.goto(new URL(link).pathname);
  await student.getByText(course.name).waitFor();
  expect(await findBarriers(student)).toEqual([]);
  await student.getByLabel('Password', { exact: true }).fill('short');
  await student.getByRole('button', { name: 'Set the password and sign in' }).click();
  await student.getByText('5 characters are missing.').waitFor();
  await student.getByLabel('Password', { exact: true }).fill(`password of ${unique}`);
  await student.getByRole('button', { name: 'Set the password and sign in' }).click();
  await student.getByRole('button', { name: 'Account' }).waitFor();
  expect(new URL(student.url()).pathname).toBe('/');
  await student.context().close();

  const again = await newPage(browser);
  await again.goto(new URL(link).pathname);
  await again.getByText('This invitation is not valid any more.').waitFor();
  await signIn(again, { login: mail('ada'), password: `password of ${unique}` });
  await again.context().close();
});

test('a student joins by a code that is typed, one with an account by its link, and a third is too late', async () => {
  await choose('By a link or code');
  await teacher.getByLabel('Section').last().fill('B');
  await teacher.getByLabel('For at most so many people').fill('2');
  await teacher.getByRole('button', { name: 'Make a code' }).click();
  await teacher.getByText('Shown only now:').waitFor();
  const [code = '', url = ''] = await teacher.locator('code').allInnerTexts();

  const newcomer = await newPage(browser);
  await newcomer.goto('/sign-in');
  await newcomer.getByRole('button', { name: 'Have a code? Join a course' }).click();
  await newcomer.getByLabel('Code').fill(code.toUpperCase());
  await newcomer.getByRole('button', { name: 'Join', exact: true }).click();
  await newcomer.getByLabel('Your name').fill('Zoë');
  await newcomer.getByLabel('Name to sign in with').fill(`zoe-${unique}`);
  await newcomer.getByLabel('Password', { exact: true }).fill(`password of ${unique}`);
  expect(await findBarriers(newcomer)).toEqual([]);
  await newcomer.getByRole('button', { name: `Join ${course.name}` }).click();
  await newcomer.getByRole('button', { name: 'Account' }).waitFor();
  await newcomer.context().close();

  const known = await newPage(browser);
  const account = await createAccount(false);
  await known.goto(new URL(url).pathname);
  await known.getByRole('link', { name: 'I have an account: sign in first' }).click();
  await known.getByLabel('Name or e-mail').fill(account.login);
  await known.getByLabel('Password', { exact: true }).fill(account.password);
  await known.getByRole('button', { name: 'Sign in', exact: true }).click();
  await known.waitForURL(/\/join\//);
  await known.getByRole('button', { name: `Join ${course.name}` }).click();
  await known.waitForURL((address) => address.pathname === '/');
  await known.context().close();

  const late = await newPage(browser);
  await late.goto(new URL(url).pathname);
  await late.getByText('This code was used as often as it may be.').waitFor();
  await late.context().close();
  expect(await people()).toContain('Zoë');
});

test('a code that was ended, or never was, lets nobody in', async () => {
  const made = await callApi<{ code: string; joinCode: { id: string } }>(
    'POST',
    `/courses/${course.slug}/join-codes`,
    {},
  );
  await callApi('DELETE', `/courses/${course.slug}/join-codes/${made.joinCode.id}`);
  const page = await newPage(browser);
  await page.goto(`/join/${made.code}`);
  await page.getByText('This code is not valid any more.').waitFor();
  await page.goto(`/join/bbbb-bbbb-${unique.replace(/[^2-9]/g, '2').slice(0, 4)}`);
  await page.getByText('There is no such code.').waitFor();
  await page.context().close();
});

test.each([
  ['nothing', '', 'The file is empty.'],
  ['no columns', 'Ada,ada@x.example\n', 'The first line names the columns'],
  [
    'an open quotation mark',
    'name,email\n"Ada,a@x.example\n',
    'A quotation mark is not where it can be.',
  ],
])('a file with %s says so, and imports nothing', async (_what, text, message) => {
  await choose('From a CSV file');
  await chooseFile(text);
  await teacher.getByText(message).waitFor();
  expect(await teacher.getByRole('button', { name: /^Import/ }).count()).toBe(0);
});
