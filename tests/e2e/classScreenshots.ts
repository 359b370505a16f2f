import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { callApi } from './support/api.ts';
import { createAccount, newPage, openBrowser, signIn } from './support/browser.ts';
import type { Account } from './support/browser.ts';
import { createAssignment, removeCourse, terminalText } from './support/design.ts';
import type { Assignment } from './support/design.ts';
import { isReady, makeRelease } from './support/pipeline.ts';
import { eventually } from './support/views.ts';

/** Draws the pictures of the pipeline, the class and a student's lab: `npm run screenshots -w @labcast/e2e`. */
const folder = new URL('../../docs/screenshots/', import.meta.url).pathname;

const blueprint = (banner: string) => `version: 1
title: Firewall basics
networks:
  lan: { subnet: 10.0.1.0/24, internet: false }
elements:
  client: { kind: container, image: debian-12, memory: 128MiB, networks: [lan] }
  firewall: { kind: container, image: debian-12, memory: 128MiB, networks: [lan], run: ["echo ${banner} > /etc/banner"] }
checks:
  - { name: there is a banner, on: firewall, run: cat /etc/banner, expect: { output: welcome } }
  - { name: port 23 is closed, on: firewall, run: nft list ruleset | grep 'dport 23 drop', step: 1 }
solution:
  - on: firewall
    run: |
      nft add table inet f
      nft 'add chain inet f in { type filter hook input priority 0; }'
      nft add rule inet f in tcp dport 23 drop
instructions: |
  Telnet sends passwords in the clear. You close its port.

  ## Block port 23 on the firewall
  A table has chains, and a chain has rules:

  \`\`\`sh firewall
  nft add table inet f
  nft 'add chain inet f in { type filter hook input priority 0; }'
  nft add rule inet f in tcp dport 23 drop
  \`\`\`

  ## Look at it from the client
  \`nc -z firewall 23\` has to fail now.
`;

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}${name}.png` });
}

async function enrol(lab: Assignment, account: Account): Promise<void> {
  const { people } = await callApi<{ people: { id: string; login: string }[] }>('GET', '/people');
  const { id = '' } = people.find(({ login }) => login === account.login) ?? {};
  await callApi('PUT', `/courses/${lab.course}/people/${id}`, { role: 'student' });
}

const idOf = (lab: Assignment, environment: string) =>
  callApi<{ id: string }>('GET', `/environments/${lab.slug}/${environment}`).then(({ id }) => id);

/** To its end: one of an assignment at a time. */
async function rollOut(lab: Assignment, request: object): Promise<void> {
  const all = `/assignments/${lab.slug}/rollouts`;
  const { number } = await callApi<{ number: number }>('POST', all, request);
  await eventually(
    'all have their labs',
    () => callApi<{ state: string }>('GET', `${all}/${String(number)}`),
    ({ state }) => state === 'done',
    240_000,
  );
}

async function drawPipeline(page: Page, lab: Assignment): Promise<void> {
  await callApi('POST', `/assignments/${lab.slug}/runs`, { students: 8 });
  await page.goto(`/a/${lab.slug}/pipeline`);
  await page.getByRole('button', { name: /^Rehearse ?failed/ }).waitFor({ timeout: 180_000 });
  await page.waitForTimeout(1_000);
  await take(page, 'pipeline');
}

/** Eight students as one finds them in the middle of a class. */
async function drawClass(page: Page, lab: Assignment, own: string): Promise<void> {
  const place = `/assignments/${lab.slug}/environments`;
  for (const [environment, times] of [
    ['02', 4],
    ['03', 1],
  ] as const) {
    for (let run = 0; run < times; run++)
      await callApi('POST', `${place}/${environment}/checks/run`);
  }
  await callApi('POST', `/assignments/${lab.slug}/class/actions`, {
    action: 'stop',
    environments: ['05'],
  });
  await eventually(
    'one is stopped',
    () => callApi<{ settled: boolean }>('GET', `/environments/${lab.slug}/05`),
    ({ settled }) => settled,
  );
  await page.goto(`/a/${lab.slug}/class?student=${own}`);
  await page.getByText('nft says: syntax error').first().waitFor();
  await page.waitForTimeout(6_000);
  await take(page, 'class');
}

async function drawLab(page: Page, lab: Assignment, own: string): Promise<void> {
  await page.goto(`/labs/${await idOf(lab, own)}?step=1`);
  await page.locator('.xterm-rows:visible').first().waitFor();
  await eventually(
    'there is a prompt',
    () => terminalText(page),
    (text) => /[$#]/.test(text),
  );
  await page.getByRole('button', { name: 'Check port 23 is closed' }).click();
  await page.getByText('not yet').first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1_000);
  await take(page, 'student-lab');
  await page.getByRole('button', { name: 'Ask for help' }).click();
  await page.getByLabel('What is the matter?').fill('nft says: syntax error');
  await page.getByRole('dialog').getByRole('button', { name: 'Ask for help' }).click();
  await page.getByText('You have asked for help').waitFor();
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const teacher = await createAccount();
const student = await createAccount(false);
const lab = await createAssignment(blueprint('hello'), 'Networks 2');
try {
  const page = await newPage(browser);
  await signIn(page, teacher);
  await isReady(lab, 'dev');
  await drawPipeline(page, lab);
  await callApi('PUT', `/environments/${lab.slug}/dev/blueprint`, {
    blueprint: blueprint('welcome'),
    allowDataLoss: true,
  });
  await isReady(lab, 'dev');
  await makeRelease(lab);
  await enrol(lab, student);
  await rollOut(lab, { roster: true });
  await rollOut(lab, { students: 7 });
  const studentPage = await newPage(browser);
  await signIn(studentPage, student);
  await drawLab(studentPage, lab, student.login);
  await drawClass(page, lab, student.login);
} finally {
  await removeCourse(lab);
  await browser.close();
}
