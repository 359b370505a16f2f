import { randomBytes } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { callApi } from './api.ts';
import { eventually } from './views.ts';

export interface Assignment {
  readonly course: string;
  readonly courseName: string;
  readonly slug: string;
  /** What commands call it. */
  readonly handle: string;
}

interface AssignmentAnswer {
  readonly assignment: { readonly slug: string; readonly handle: string };
}

/** An assignment in a course of its own; blank unless it begins with a lab.yaml. */
export async function createAssignment(
  blueprint?: string,
  courseName = `E2e ${randomBytes(4).toString('hex')}`,
): Promise<Assignment> {
  const { course } = await callApi<{ course: { slug: string } }>('POST', '/courses', {
    name: courseName,
  });
  const from = blueprint === undefined ? { kind: 'blank' } : { kind: 'blueprint', blueprint };
  const { assignment } = await callApi<AssignmentAnswer>(
    'POST',
    `/courses/${course.slug}/assignments`,
    { name: 'Firewall basics', from },
  );
  const { slug, handle } = assignment;
  return { course: course.slug, courseName, slug, handle };
}

/** The course with all that is in it, whatever state that is in; resolves when nothing of it is left. */
export async function removeCourse({ course, courseName, handle }: Assignment): Promise<void> {
  await callApi('DELETE', `/courses/${course}`, { confirmation: courseName });
  await eventually(
    'nothing of the course is left',
    () => callApi<{ environments: { complete: boolean }[] }>('GET', `/receipts/${handle}`),
    ({ environments }) => environments.every(({ complete }) => complete),
    120_000,
  );
}

export function openDesign(page: Page, { slug }: Assignment): Promise<unknown> {
  return page.goto(`/a/${slug}/design`);
}

/** The card of an element on the canvas, in the state when one is given. */
export function card(page: Page, name: string, state = ''): Locator {
  return page.getByRole('article', { name: new RegExp(`^${name}, .*${state}`) });
}

/** What stands on the visible terminal, line by line. */
export function terminalText(page: Page): Promise<string> {
  return page.locator('.xterm-rows:visible').first().innerText();
}

/** Types into the open terminal and waits for what it answers. */
export async function typeCommand(page: Page, command: string, answer: RegExp): Promise<void> {
  await page.locator('.xterm:visible .xterm-helper-textarea').first().focus();
  await page.keyboard.type(`${command}\n`);
  await eventually(
    `the terminal shows ${String(answer)}`,
    () => terminalText(page),
    (text) => answer.test(text),
  );
}

/** How many different colours the screen shows: a black or blank one shows one or two. */
export async function countColours(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = [...document.querySelectorAll('canvas')].find(
      (one) => one.width >= 320 && one.checkVisibility(),
    );
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return 0;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set<number>();
    for (let at = 0; at < data.length; at += 4 * 13) {
      colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    }
    return colours.size;
  });
}
