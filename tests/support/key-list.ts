// What browser tests of the list of keys have in common: keys of an organization of the test's own, and where they stand on the page.
import type { Locator, Page } from "playwright/test";
import type { Environment } from "@/lib/domain/environment";
import type { Env } from "@/lib/env";
import type { MintedKey } from "@/lib/operations/create-api-key";
import { type Minting, mint as mintKey, type Organization, tenantOf } from "./people";

const DAY_MS = 86_400_000;

export type Place = { env: Env; organization: Organization; environment?: Environment };

export const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY_MS);

/** Sends usage, for two months, unless the test says otherwise. */
export function mint(place: Place, name: string, more: Minting = {}): Promise<MintedKey> {
  const tenant = tenantOf(place.environment ?? "sandbox", place.organization);
  return mintKey(place.env, tenant, { name, scopes: ["usage:write"], expiresAt: daysFromNow(60), ...more });
}

export const table = (page: Page): Locator => page.getByRole("table", { name: "API keys" });

export const row = (page: Page, name: string): Locator =>
  table(page)
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name, exact: true }) });

/** The names in view, from the top. */
export const names = (page: Page): Promise<string[]> =>
  table(page).getByRole("rowheader").getByRole("link").allTextContents();

/** Opens a row's menu and chooses. */
export async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: action }).click();
}
