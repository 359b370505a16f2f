import type { Browser, Page } from 'playwright-core';
import { createAccount, newPage, openBrowser, signIn } from './browser.ts';
import { createAssignment, removeCourse, type Assignment } from './design.ts';
import { openPlainHttp, plainHost, type PlainHttpProxy } from './plainHttpProxy.ts';

/** A lab of its own, and a page for it over plain HTTP. */
export interface PlainHttpLab {
  readonly lab: Assignment;
  readonly line: PlainHttpProxy;
  readonly browser: Browser;
  /** Of an administrator. */
  readonly page: Page;
  /** With the lab and all that is open. */
  remove(): Promise<void>;
}

export async function openPlainHttpLab(blueprint: string): Promise<PlainHttpLab> {
  const line = await openPlainHttp();
  const browser = await openBrowser(`--host-resolver-rules=MAP ${plainHost} 127.0.0.1`);
  const lab = await createAssignment(blueprint);
  const page = await newPage(browser, { baseURL: line.url });
  await signIn(page, await createAccount());
  return {
    lab,
    line,
    browser,
    page,
    async remove() {
      await removeCourse(lab);
      await browser.close();
      line.close();
    },
  };
}
