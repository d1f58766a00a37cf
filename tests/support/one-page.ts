// All tests of a worker go on in one page. A new one is a new window and a new process, which compiles the dashboard anew: more
// than half of what a test costs. In between it is emptied of everything that a page keeps. After a failure there is a new worker.
import type { Browser, BrowserContext, Page } from "playwright/test";

/** Leaving the origin would end the process. This is the smallest document there. */
const PARKING = "/icon.svg";
const HEARD = ["console", "pageerror", "request"];
const VIEWPORT = { width: 1280, height: 720 };

export type OnePage = {
  /** The page as if nobody had used it, whose requests carry these headers. */
  emptied: (headers: Record<string, string>) => Promise<Page>;
  close: () => Promise<void>;
};

export async function openOnePage(browser: Browser, baseURL: string): Promise<OnePage> {
  const context = await browser.newContext({ baseURL, viewport: VIEWPORT });
  return {
    emptied: async (headers) => {
      const [page = await context.newPage(), ...others] = context.pages();
      for (const other of others) await other.close();
      await forgetHelp(context, page);
      await context.setExtraHTTPHeaders(headers);
      await page.goto(PARKING);
      await forgetData(page, new URL(baseURL).origin);
      return page;
    },
    close: () => context.close(),
  };
}

/** What a test told the browser to do for it. */
async function forgetHelp(context: BrowserContext, page: Page): Promise<void> {
  for (const event of HEARD) page.removeAllListeners(event);
  await Promise.all([page.unrouteAll({ behavior: "ignoreErrors" }), context.unrouteAll({ behavior: "ignoreErrors" })]);
  await context.clearPermissions();
  // Nothing waits for what moves; that something moves at all is no test's subject.
  await page.emulateMedia({ media: null, colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize(VIEWPORT);
  await page.mouse.move(0, 0);
}

/** Cookies, storage of every kind and caches, but for the files that the browser may keep for good. */
async function forgetData(page: Page, origin: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await client.detach();
  await page.context().clearCookies();
  await page.evaluate(() => window.sessionStorage.clear());
}
