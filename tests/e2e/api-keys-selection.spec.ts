import { readFile } from "node:fs/promises";
import { daysFromNow, mint, row, table } from "../support/key-list";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";

test("selected keys are counted, and what may be done with them together stands in the place of the filters", async ({
  page,
  env,
  organization,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const name of ["One", "Two", "Three"]) await mint({ env, organization }, name);
  await page.goto("/sandbox/settings/api-keys");
  await page.getByRole("checkbox", { name: "Select One" }).check();
  await page.getByRole("checkbox", { name: "Select Two" }).check();
  const bar = page.getByRole("region", { name: "2 selected" });
  await expect(bar.getByRole("button", { name: "Revoke…" })).not.toHaveAttribute("aria-disabled");
  await expect(page.getByRole("searchbox")).toBeHidden();
  await bar.getByRole("button", { name: "Copy hints" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^mk_test_\w{4}…\w{4}\nmk_test_\w{4}…\w{4}$/);
  await bar.getByRole("button", { name: "Select all 3 matching" }).click();
  await expect(page.getByRole("region", { name: "3 selected" })).toBeVisible();
  await page.getByRole("button", { name: "Clear selection" }).click();
  await expect(page.getByRole("searchbox")).toBeVisible();
});

test("one new end is given to several keys, with a line about each", async ({ page, env, organization }) => {
  await mint({ env, organization }, "Fresh");
  await mint({ env, organization }, "Ended", { now: daysFromNow(-3), expiresAt: daysFromNow(-1) });
  await page.goto("/sandbox/settings/api-keys");
  await expect(row(page, "Ended")).toContainText("Expired");
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await page.getByRole("button", { name: "Set expiry…" }).click();
  const dialog = page.getByRole("dialog", { name: "Set expiry of 2 keys" });
  await dialog.getByRole("radio", { name: "90 days" }).check();
  await dialog.getByRole("button", { name: "Set expiry of 2 sandbox keys" }).click();
  await expect(dialog.getByRole("listitem").filter({ hasText: "Ended" })).toContainText(
    "This key is expired and cannot be changed",
  );
  await expect(dialog.getByRole("listitem").filter({ hasText: "Fresh" })).toContainText(/Ends \d/);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(row(page, "Fresh")).toContainText("in 90 days");
});

test("an export holds exactly what matches, and no name that a spreadsheet would run", async ({
  page,
  env,
  organization,
}) => {
  await mint({ env, organization }, '=HYPERLINK("http://x","y")');
  await mint({ env, organization }, "Reports", { note: "two\nlines" });
  await page.goto("/sandbox/settings/api-keys");
  await page.getByRole("button", { name: "More" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Export list (CSV)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^mintkey-sandbox-keys-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(text).toContain('Reports,"two\nlines",mk_test_');
  expect(text).not.toMatch(/mk_test_[0-9a-f]{48}/);
});

for (const [role, reason] of [
  ["viewer", "Your role can look but not change keys. Ask an admin."],
  ["developer", "Only admins and owners can revoke several keys at once."],
] as const) {
  test.describe(`as a ${role}`, () => {
    test.use({ role });

    test("what may not be done with several keys says why, and the server refuses it too", async ({
      page,
      env,
      organization,
    }) => {
      const { key } = await mint({ env, organization }, "One");
      await mint({ env, organization }, "Two");
      await page.goto("/sandbox/settings/api-keys");
      await expect(row(page, "Two")).toBeVisible();
      await page.getByRole("checkbox", { name: "Select this page" }).check();
      const button = page.getByRole("region", { name: "2 selected" }).getByRole("button", { name: "Revoke…" });
      await expect(button).toHaveAttribute("aria-disabled", "true");
      await expect(button).toHaveAccessibleDescription(reason);
      await page.getByRole("button", { name: "More" }).click();
      const all = page.getByRole("menuitem", { name: "Revoke all…" });
      await expect(all).toHaveAttribute("aria-disabled", "true");
      await expect(all).toHaveAccessibleDescription(reason);
      const byHand = await page.request.post("/api/sandbox/dashboard/api-keys/revoke", {
        data: { keyIds: [key.id], reason: "UNUSED" },
        headers: { Origin: new URL(page.url()).origin },
      });
      expect(byHand.status()).toBe(403);
    });
  });
}

test.describe("as a viewer", () => {
  test.use({ role: "viewer" });

  test("a single key can be looked at but not ended, and the page says so", async ({ page, env, organization }) => {
    await mint({ env, organization }, "One");
    await page.goto("/sandbox/settings/api-keys");
    await expect(page.getByText("Your role can look but not change keys.", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Create key" })).toHaveAttribute("aria-disabled", "true");
    await page.getByRole("button", { name: "Actions for One" }).click();
    for (const action of ["Rotate…", "Copy settings to production", "Revoke…"]) {
      await expect(page.getByRole("menuitem", { name: action })).toHaveAttribute("aria-disabled", "true");
    }
  });
});

for (const environment of ["sandbox", "production"] as const) {
  test(`the list in ${environment} is accessible in both themes and never scrolls sideways`, async ({
    page,
    env,
    organization,
  }) => {
    const place = { env, organization, environment };
    await mint(place, "🚀".repeat(64), { note: "x".repeat(500), scopes: ["*"], expiresAt: null });
    await mint(place, "مفتاح الفوترة الرئيسي", { note: "ملاحظة طويلة", expiresAt: daysFromNow(3) });
    await mint(place, "a".repeat(64), { scopes: ["customers:read", "customers:write", "usage:read"] });
    await page.goto(`/${environment}/settings/api-keys`);
    await expect(table(page).getByRole("rowheader")).toHaveCount(3);
    await expectSoundScreen(page);
    await page.getByRole("checkbox", { name: "Select this page" }).check();
    await expect(page.getByRole("region", { name: "3 selected" })).toBeVisible();
    await expectSoundScreen(page);
  });
}
