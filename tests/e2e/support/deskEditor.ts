import type { Page } from 'playwright-core';
import { labcast, labcastOk } from './labcast.ts';
import { eventually } from './views.ts';

/** The editor of a desktop whose screen the page shows. */
export interface DeskEditor {
  /** All of the text is selected, which the desktop itself confirms. */
  selectAll(): Promise<void>;
  /** Presses Ctrl+V and saves: resolves when the file has exactly these words. */
  pasteAs(words: string): Promise<void>;
}

const file = '/home/student/words.txt';

/** Opens a file with these words in the editor of the element `desk`, alone. */
export async function openDeskEditor(
  page: Page,
  environment: string,
  words: string,
): Promise<DeskEditor> {
  const onDesk = async (script: string): Promise<string> => {
    const command = ['exec', environment, 'desk', '--', 'sh', '-c', script];
    return (await labcastOk(command)).stdout.trim();
  };
  // Whether there was one or not.
  await labcast(['exec', environment, 'desk', '--', 'pkill', 'mousepad']);
  await onDesk(`printf %s '${words}' >${file}; chown student: ${file}`);
  await onDesk(
    `su student -c 'cd; DISPLAY=:0 setsid mousepad ${file} </dev/null >/dev/null 2>&1 &'`,
  );
  const selected = () =>
    onDesk(`su student -c 'DISPLAY=:0 timeout 5 xclip -o -selection primary || true'`);
  return {
    selectAll: async () => {
      // A window comes when it comes, and takes the focus when its manager has time for that.
      await eventually(
        'all words are selected',
        async () => {
          const canvas = page.locator('canvas:visible').last();
          await canvas.click({ position: { x: 300, y: 300 } });
          await page.keyboard.press('Control+a');
          await page.waitForTimeout(1000);
          return selected();
        },
        (seen) => seen === words,
        120_000,
      );
    },
    pasteAs: async (expected) => {
      await page.keyboard.press('Control+v');
      await eventually(
        `the file has "${expected}"`,
        async () => {
          await page.keyboard.press('Control+s');
          return onDesk(`cat ${file}`);
        },
        (seen) => seen === expected,
      );
    },
  };
}
