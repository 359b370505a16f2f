import type { Locator, Page } from 'playwright-core';

const mostStops = 80;

/** Walks by Tab until the focus is there; throws with the stops on the way when it never comes there. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  // A radio button of Mantine's is drawn by its label, and hidden itself.
  await target.first().waitFor({ state: 'attached' });
  const passed: string[] = [];
  for (let stop = 0; stop < mostStops; stop++) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
    passed.push(await describeFocus(page));
  }
  throw new Error(`Tab never reached ${String(target)}. It passed: ${passed.join(' | ')}`);
}

export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export function isFocused(target: Locator): Promise<boolean> {
  return target.first().evaluate((element) => element === document.activeElement);
}

/** Opens a menu's item by arrows, as its pattern has it. */
export async function chooseItem(page: Page, item: Locator): Promise<void> {
  await item.first().waitFor();
  for (let step = 0; step < mostStops; step++) {
    if (await isFocused(item)) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows never reached ${String(item)}.`);
}

export function describeFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return 'the page';
    const said = focused.getAttribute('aria-label') ?? focused.textContent;
    return `${focused.tagName.toLowerCase()} "${said.trim().slice(0, 40)}"`;
  });
}
