import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { expectSoundScreen } from "../support/sound-screen";

const SCREENS = [
  { path: "settings/api-keys", title: "API keys" },
  { path: "settings/api-keys/new", title: "Create" },
  { path: "settings/security", title: "Security" },
  { path: "audit-log", title: "Audit log" },
  { path: "customers", title: "Customers" },
] as const;

const environmentLinks = (page: Page) => page.getByRole("navigation", { name: "Environment" }).getByRole("link");

for (const environment of ["sandbox", "production"] as const) {
  for (const { path, title } of SCREENS) {
    test(`/${environment}/${path} says where one is, is accessible in both themes and never scrolls sideways`, async ({
      page,
      owner: _,
    }) => {
      await page.goto(`/${environment}/${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
      await expect(page.getByRole("main")).toHaveCount(1);
      await expect(page).toHaveTitle(new RegExp(`${environment === "sandbox" ? "Sandbox" : "Production"} · Mintkey$`));
      await expect(page.getByText("Sandbox. Keys and data here are separate from production.")).toHaveCount(
        environment === "sandbox" ? 1 : 0,
      );
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      await expectSoundScreen(page);
    });
  }
}

test("the environment switch keeps the page and its filters, and marks the environment one is in", async ({
  page,
  owner: _,
}) => {
  await page.goto("/sandbox/settings/api-keys?status=revoked");
  const current = page.getByRole("navigation", { name: "Environment" }).locator("[aria-current=true]");
  await expect(current).toHaveText("Sandbox");
  await environmentLinks(page).filter({ hasText: "Production" }).click();
  await expect(page).toHaveURL(/\/production\/settings\/api-keys\?status=revoked$/);
  await expect(current).toHaveText("Production");
});

test("the environment switch leads from a key to the other environment's list", async ({ page, mint }) => {
  const key = await mint("sandbox");
  await page.goto(`/sandbox/settings/api-keys/${key.id}`);
  await expect(page.getByRole("heading", { level: 1, name: key.name })).toBeVisible();
  await environmentLinks(page).filter({ hasText: "Production" }).click();
  await expect(page).toHaveURL(/\/production\/settings\/api-keys(\?|$)/);
  await expect(page.getByText("This key exists in sandbox only.")).toBeVisible();
});

test("single-letter shortcuts work outside fields, type inside them, and can be switched off", async ({
  page,
  owner: _,
}) => {
  await page.goto("/sandbox/audit-log");
  await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("k");
  await expect(page).toHaveURL(/\/sandbox\/settings\/api-keys$/);
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
  const search = page.getByRole("searchbox");
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type("c?");
  await expect(search).toHaveValue("c?");
  await search.blur();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await search.blur();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/sandbox\/settings\/api-keys\/new/);
});

test("the command palette opens a key by its name and gives focus back when it is left", async ({ page, mint }) => {
  const key = await mint("sandbox");
  await page.goto("/sandbox/customers");
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const create = page.getByRole("link", { name: "Create customer" }).first();
  await create.focus();
  await expect(create).toBeFocused();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await expect(create).toBeFocused();
  await page.keyboard.press("Control+k");
  await page.keyboard.type(key.name);
  await expect(palette.getByRole("option", { name: new RegExp(key.name) })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: key.name })).toBeVisible();
});

test("Tab reaches the skip link first, and it leads to the content", async ({ page, owner: _ }) => {
  await page.goto("/sandbox/customers");
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("with reduced motion nothing moves", async ({ page, owner: _ }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/sandbox/settings/api-keys");
  const durations = await page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const style = getComputedStyle(element);
      return [...style.animationDuration.split(", "), ...style.transitionDuration.split(", ")];
    }),
  );
  expect(new Set(durations)).toEqual(new Set(["0s"]));
});

test("no request leaves the dashboard's own origin", async ({ page, baseURL, owner: _ }) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  for (const { path } of SCREENS) {
    await page.goto(`/sandbox/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect(foreign).toEqual([]);
});
