import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { onDesignPage } from '../consoles/onDesignPage.ts';
import { measureFrames } from './frames.ts';
import { largeEnvironment, largeLab } from './largeLab.ts';
import { standInForLab } from './tellLab.ts';

const elements = 200;
const steps = 120;
/** A screen draws every 16.7 ms. */
const stepMs = 16;

/** How evenly a canvas of 200 elements is drawn while it is panned, zoomed, dragged on and told of changes. */
export async function measureCanvas(): Promise<void> {
  console.log(`\nA canvas of ${String(elements)} elements, in Chromium`);
  await onDesignPage('Canvas', async (page, designAddress) => {
    await standInForLab(page, largeLab(elements), largeEnvironment(elements, 0));
    await page.goto(designAddress);
    await page.getByRole('article').first().waitFor();
    await sleep(2000);
    await measureView(page, 'all in sight');
    await zoomTo(page, 70);
    await measureView(page, 'at 70 %');
  });
}

async function measureView(page: Page, view: string): Promise<void> {
  await overCanvas(page);
  await measureFrames(page, `pan, ${view}`, () => pan(page));
  await measureFrames(page, `zoom, ${view}`, () => zoom(page));
  await measureFrames(page, `drag a card, ${view}`, () => dragCard(page));
  await measureFrames(page, `states change, ${view}`, () => tell(page, () => sleep(2000)));
  await measureFrames(page, `pan while states change, ${view}`, () => tell(page, () => pan(page)));
}

async function overCanvas(page: Page): Promise<void> {
  const box = await page.locator('.react-flow').boundingBox();
  if (!box) throw new Error('There is no canvas.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

/** There and back, so that what is measured next begins at the same place. */
async function pan(page: Page): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const back = step >= steps / 2 ? -1 : 1;
    await page.mouse.wheel(24 * back, 12 * back);
    await sleep(stepMs);
  }
}

async function zoom(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  for (let step = 0; step < steps; step++) {
    await page.mouse.wheel(0, step >= steps / 2 ? 6 : -6);
    await sleep(stepMs);
  }
  await page.keyboard.up('Control');
}

async function zoomTo(page: Page, percent: number): Promise<void> {
  const shown = page.getByRole('toolbar').getByText(/^\d+ %$/);
  await page.keyboard.down('Control');
  for (let tries = 0; tries < 200; tries++) {
    if (Number.parseInt(await shown.innerText(), 10) >= percent) break;
    await page.mouse.wheel(0, -20);
    await sleep(stepMs);
  }
  await page.keyboard.up('Control');
  await sleep(500);
}

async function dragCard(page: Page): Promise<void> {
  const card = await findCard(page);
  await page.mouse.move(card.x, card.y);
  await page.mouse.down();
  for (let step = 0; step < steps; step++) {
    const away = step < steps / 2 ? step : steps - step;
    await page.mouse.move(card.x + 2 * away, card.y + away);
    await sleep(stepMs);
  }
  await page.mouse.up();
}

/** The place on a card, where there is no button, nearest to the middle of the canvas. */
async function findCard(page: Page): Promise<{ x: number; y: number }> {
  const found = await page.evaluate(() => {
    const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (!canvas) return undefined;
    const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
    const places = [...document.querySelectorAll('.react-flow__node article')].map((card) => {
      const { x, y, width, height } = card.getBoundingClientRect();
      return { x: x + width / 3, y: y + height / 2 };
    });
    const far = (place: { x: number; y: number }) =>
      Math.hypot(place.x - middle.x, place.y - middle.y);
    return places.sort((a, b) => far(a) - far(b))[0];
  });
  if (!found) throw new Error('There is no card on the canvas.');
  return found;
}

/** Five changes in a second, each of a tenth of the lab, as when a class of machines starts. */
async function tell(page: Page, meanwhile: () => Promise<unknown>): Promise<void> {
  let isOver = false;
  const telling = (async () => {
    for (let tick = 1; !isOver; tick++) {
      await page.evaluate((view) => window.tellLab(view), largeEnvironment(elements, tick));
      await sleep(200);
    }
  })();
  await meanwhile();
  isOver = true;
  await telling;
}
