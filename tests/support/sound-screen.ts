// What every screen has to hold: accessible in both themes, and no wider than the window.
import axe from "axe-core";
import { expect, type Page } from "playwright/test";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** All of them that a theme can change: names, roles and sizes are the same in each. */
const RULES_OF_COLOR = ["color-contrast", "link-in-text-block"];

/** Fails on any violation of WCAG 2.2 A and AA that axe can see. */
export async function expectAccessible(page: Page, within?: readonly string[]): Promise<void> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  await expectNone(page, { type: "tag", values: WCAG_2_2_AA }, within);
}

/** No accessibility fault in either theme, and no sideways scroll at any width. `within`: the only parts to look at. */
export async function expectSoundScreen(page: Page, within?: readonly string[]): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page, within);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNone(page, { type: "rule", values: RULES_OF_COLOR }, within);
  await expectNoSidewaysScroll(page);
}

/** At any width, from a phone's to a wide screen's. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  for (const width of [360, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const contentWidth = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(contentWidth, { message: `at ${width} px` }).toBeLessThanOrEqual(width);
  }
}

/** In the end: a region that scrolls takes the focus only once its content has been measured. */
async function expectNone(page: Page, rules: axe.RunOnly, within?: readonly string[]): Promise<void> {
  for (const part of within ?? []) await expect(page.locator(part).first()).toBeVisible();
  const none = async () => expect(await violations(page, rules, within)).toEqual([]);
  await expect(none).toPass({ timeout: 60_000, intervals: [500] });
}

/** Run by text, because the axe that the page was given is no import of this module. */
async function violations(page: Page, runOnly: axe.RunOnly, within?: readonly string[]): Promise<string[]> {
  const options = JSON.stringify({ runOnly, resultTypes: ["violations"] });
  const place = within ? JSON.stringify({ include: within }) : "document";
  const found = await page.evaluate<axe.Result[]>(`axe.run(${place}, ${options}).then(({ violations }) => violations)`);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}
