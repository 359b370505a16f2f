import type { Locator, Page } from 'playwright-core';
import { percentile, statistics } from '../statistics.ts';
import { onDesignPage } from './onDesignPage.ts';

const newContainers = 8;
const newDesktops = 6;
const openedAgain = 12;

/** From the press of a button in a real browser to the first prompt or the first drawn picture. */
export async function measureClicks(): Promise<void> {
  console.log('\nFrom click to console, in Chromium');
  await onDesignPage('Consoles', async (page, designAddress) => {
    await page.goto(designAddress);
    await page.getByText('What should be in this lab?').waitFor();
    await measureContainers(page);
    await measureOpenedAgain(page);
    await measureDesktops(page);
    await measureMachine(page);
  });
}

async function measureContainers(page: Page): Promise<void> {
  const waits: number[] = [];
  for (let number = 1; number <= newContainers; number++) {
    const machine = number === 1 ? 'machine' : `machine-${String(number)}`;
    const create = page.getByRole('button', { name: 'Create container' }).first();
    waits.push(await secondsFromClick(create, () => untilPrompt(page, machine)));
  }
  print('terminal in a new container', waits);
}

async function measureOpenedAgain(page: Page): Promise<void> {
  const consoles = page.getByRole('region', { name: 'Consoles' });
  const open = page
    .getByRole('article', { name: /^machine, / })
    .getByRole('button', { name: 'Console' });
  const waits: number[] = [];
  for (let count = 0; count < openedAgain; count++) {
    await consoles.getByRole('button', { name: 'Close machine terminal', exact: true }).click();
    waits.push(await secondsFromClick(open, () => untilPrompt(page, 'machine')));
  }
  print('terminal of a running one', waits);
}

async function measureDesktops(page: Page): Promise<void> {
  const waits: number[] = [];
  for (let count = 0; count < newDesktops; count++) {
    await page.getByRole('button', { name: 'Create container: choose the image' }).click();
    const choice = page.getByRole('option', { name: /desktop/ }).first();
    waits.push(await secondsFromClick(choice, () => untilDrawn(page, count, 20)));
  }
  print('desktop in a new container', waits);
}

/** A text console: the first that the firmware or the kernel writes is in two colours. */
async function measureMachine(page: Page): Promise<void> {
  const create = page.getByRole('button', { name: 'Create VM' }).first();
  print('screen of a new VM', [
    await secondsFromClick(create, () => untilDrawn(page, newDesktops, 1)),
  ]);
}

async function secondsFromClick(button: Locator, until: () => Promise<unknown>): Promise<number> {
  await button.waitFor();
  const start = performance.now();
  await button.click();
  await until();
  return (performance.now() - start) / 1000;
}

function untilPrompt(page: Page, machine: string): Promise<unknown> {
  return page.waitForFunction(
    (prompt) =>
      [...document.querySelectorAll<HTMLElement>('.xterm-rows')].some(
        (rows) => rows.checkVisibility() && rows.innerText.includes(prompt),
      ),
    `@${machine}:`,
    { polling: 20, timeout: 120_000 },
  );
}

/** A picture of more colours than that, on one more screen than there were. */
function untilDrawn(page: Page, before: number, colours: number): Promise<unknown> {
  return page.waitForFunction(
    ([least, few]) => {
      const drawn = [...document.querySelectorAll('canvas')].filter((canvas) => {
        const context = canvas.width >= 320 ? canvas.getContext('2d') : null;
        if (!context) return false;
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        const seen = new Set<number>();
        for (let at = 0; at < data.length; at += 4 * 13) {
          seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
        }
        return seen.size > few;
      });
      return drawn.length > least;
    },
    [before, colours] as const,
    { polling: 50, timeout: 180_000 },
  );
}

function print(what: string, seconds: readonly number[]): void {
  const { median, maximum } = statistics(seconds);
  console.log(
    `  ${what.padEnd(28)} median ${median.toFixed(2)}  p95 ${percentile(seconds, 95).toFixed(2)}  max ${maximum.toFixed(2)} s`,
  );
}
