import type { Page } from "playwright/test";
import type { Environment } from "@/lib/domain/environment";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";
import { usedKey } from "../support/used-key";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

const keyTab = (id: string, environment: Environment = "sandbox") =>
  `/${environment}/settings/api-keys/${id}?tab=requests`;

test("chart and table of a key's usage give equal figures, and the arrows walk through its bars", async ({
  page,
  env,
  organization,
}) => {
  const { key } = await usedKey(env, organization);
  await page.goto(keyTab(key.id));
  await page.getByLabel("Range").selectOption("30 days");
  await expect(page).toHaveURL(/range=30d/);
  const usage = region(page, "Usage");
  await expect(usage).toContainText("40 requests · 0 refused · 4 rate limited");
  await expect(usage.getByRole("list", { name: "Legend" })).toContainText("Succeeded 36");
  const bars = usage.getByRole("group", { name: "Requests per day" }).getByRole("button");
  await expect(bars).toHaveCount(30);
  await bars.last().focus();
  await page.keyboard.press("Home");
  await expect(bars.first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(bars.nth(1)).toBeFocused();
  await usage.getByRole("button", { name: "Show as table" }).click();
  await expect(usage.getByRole("row", { name: /^Total/ })).toHaveText("Total36040040");
});

test("unused scopes are marked, and narrowing to the used ones is tried dry first", async ({
  page,
  env,
  organization,
}) => {
  const { key } = await usedKey(env, organization);
  await page.goto(keyTab(key.id));
  const scopes = region(page, "Scopes used and granted");
  await expect(scopes).toContainText("1 of 3 scopes was used in 30 days.");
  await expect(scopes.getByRole("row", { name: /^plans:read/ })).toContainText("Unused");
  await scopes.getByRole("button", { name: "Narrow to used scopes…" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("In 30 days this would have refused 0 of 40 requests.");
  await page.getByRole("button", { name: "Narrow scopes" }).click();
  await expect(scopes.getByText(/^Scopes changed everywhere since/)).toBeVisible();
  await expect(scopes).toContainText("1 of 1 scope was used in 30 days.");
  await page.getByRole("tab", { name: "Overview" }).click();
  await expect(region(page, "Settings")).toContainText("customers:read");
  await expect(region(page, "Settings")).not.toContainText("plans:read");
});

test("suggested rules cover the addresses seen, and nothing is enforced before they are saved", async ({
  page,
  env,
  organization,
  callApi,
}) => {
  const { key, secret } = await usedKey(env, organization);
  await page.goto(keyTab(key.id));
  const addresses = region(page, "Addresses seen");
  await expect(addresses).toContainText("4 addresses in 30 days.");
  await addresses.getByRole("button", { name: "Suggest rules" }).click();
  await expect(addresses.getByRole("row", { name: "203.0.113.0/24 3" })).toBeVisible();
  await expect(addresses).toContainText("In 30 days these rules would have refused 0 of 40 requests.");
  await addresses.getByRole("link", { name: "Use these rules" }).click();
  await expect(page.getByRole("textbox", { name: /IP rules/ })).toHaveValue("203.0.113.0/24\n2001:db8::1/128");
  await expect(page.getByText("In 30 days this would have refused 0 of 40 requests.")).toBeVisible();
  expect((await callApi("sandbox", "/v1/customers", secret)).status()).toBe(200);
});

test.describe("as a viewer", () => {
  test.use({ role: "viewer" });

  test("everything can be read and nothing changed", async ({ page, env, organization }) => {
    const { key } = await usedKey(env, organization);
    await page.goto(keyTab(key.id));
    await expect(page.getByRole("table", { name: "Recent requests" }).getByRole("rowheader")).toHaveCount(10);
    for (const name of ["Narrow to used scopes…", "Suggest rules"]) {
      const button = page.getByRole("button", { name });
      await expect(button).toHaveAttribute("aria-disabled", "true");
      await expect(button).toHaveAccessibleDescription("Your role can look but not change keys. Ask an admin.");
    }
    await page.getByRole("link", { name: "See all requests" }).click();
    await expect(page).toHaveURL(new RegExp(`/sandbox/requests\\?key=${key.id}$`));
    await expect(page.getByRole("table", { name: "Requests" }).getByRole("rowheader")).toHaveCount(25);
  });
});

for (const environment of ["sandbox", "production"] as const) {
  test(`what a key was used for is accessible in both themes in ${environment} and never scrolls sideways`, async ({
    page,
    env,
    organization,
  }) => {
    const { key } = await usedKey(env, organization, environment);
    await page.goto(keyTab(key.id, environment));
    await expect(region(page, "Addresses seen")).toContainText("4 addresses in 30 days.");
    await region(page, "Addresses seen").getByRole("button", { name: "Suggest rules" }).click();
    await expectSoundScreen(page);
  });
}
