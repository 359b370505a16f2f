import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assignment } from './support/design.ts';
import { openDeskEditor, type DeskEditor } from './support/deskEditor.ts';
import { isReady } from './support/pipeline.ts';
import { openPlainHttpLab, type PlainHttpLab } from './support/plainHttpLab.ts';
import type { PlainHttpProxy } from './support/plainHttpProxy.ts';
import { eventually } from './support/views.ts';

const text = `version: 1
networks:
  lan: { subnet: 10.0.1.0/24, internet: false }
elements:
  desk: { kind: container, image: desktop, memory: 1GiB, networks: [lan] }
`;
/** What works by chance does not work so often. */
const rounds = 3;

let opened: PlainHttpLab;
let line: PlainHttpProxy;
let page: Page;
let lab: Assignment;

beforeAll(async () => {
  opened = await openPlainHttpLab(text);
  ({ line, page, lab } = opened);
  await isReady(lab, 'dev');
  await openScreen();
});
afterAll(() => opened.remove(), 240_000);

async function openScreen(): Promise<void> {
  await page.goto(`/c/${lab.slug}.dev/desk/screen`);
  await page.locator('canvas:visible').last().waitFor();
}

const openEditor = (words: string): Promise<DeskEditor> =>
  openDeskEditor(page, `${lab.handle}/dev`, words);

/** Closes the box in any case: one test's failure is not the next one's. */
async function withBox<Result>(use: () => Promise<Result>): Promise<Result> {
  await page.getByRole('button', { name: 'Clipboard', exact: true }).click();
  // Escape is about what has the focus, which the box takes a moment after it was opened.
  await page.getByLabel('Text for the machine').and(page.locator(':focus')).waitFor();
  try {
    return await use();
  } finally {
    await page.keyboard.press('Escape');
    await page.getByLabel('Text for the machine').waitFor({ state: 'hidden' });
  }
}

function copiedInMachine(words: string): Promise<string> {
  return eventually(
    `the box has "${words}"`,
    () => page.getByLabel('Copied last in the machine').inputValue(),
    (seen) => seen.trim() === words,
  );
}

async function put(words: string): Promise<void> {
  await withBox(async () => {
    await page.getByLabel('Text for the machine').fill(words);
    await page.getByRole('button', { name: 'Put into its clipboard' }).click();
    await page.getByText('It is in the clipboard of the machine.').waitFor();
  });
}

/** Against a real program in the desktop, in a browser that keeps its own clipboard closed. */
describe('the clipboard of a desktop over plain HTTP', { timeout: 400_000 }, () => {
  test('gives what was copied in a program, and this computer takes it by a press', async () => {
    for (let round = 0; round < rounds; round++) {
      const words = `out of the desktop: ${String(round)} äß€`;
      const editor = await openEditor(words);
      await editor.selectAll();
      await page.keyboard.press('Control+c');
      const pasted = await withBox(async () => {
        await copiedInMachine(words);
        await page.getByRole('button', { name: 'Copy to this computer' }).click();
        await page.getByText('Copied', { exact: true }).waitFor();
        await page.getByLabel('Text for the machine').fill('');
        await page.keyboard.press('Control+v');
        return page.getByLabel('Text for the machine').inputValue();
      });
      expect(pasted.trim()).toBe(words);
    }
  });

  test('is known to who comes after the copying', async () => {
    const editor = await openEditor('copied before anybody came');
    await editor.selectAll();
    await page.keyboard.press('Control+c');
    await withBox(() => copiedInMachine('copied before anybody came'));
    await openScreen();
    await withBox(() => copiedInMachine('copied before anybody came'));
  });

  test('takes text that a program pastes over what is selected in it', async () => {
    for (let round = 0; round < rounds; round++) {
      const words = `into the desktop: ${String(round)} äß€`;
      const editor = await openEditor('old words');
      await put(words);
      await editor.selectAll();
      await editor.pasteAs(words);
    }
  });

  test('still has the text after the line was cut', async () => {
    const editor = await openEditor('old words');
    await put('put before the cut');
    line.cut();
    const overlay = page.getByText(/^(Connection lost|The Labcast server has not answered)/);
    await overlay.waitFor();
    line.mend();
    await overlay.waitFor({ state: 'detached', timeout: 60_000 });
    await editor.selectAll();
    await editor.pasteAs('put before the cut');
  });
});
