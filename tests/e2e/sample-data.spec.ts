import type { Page } from "playwright/test";
import { listSampleObjects } from "@/lib/store/sample-objects";
import { enter, forwardedFor } from "../support/browser";
import { addContract } from "../support/contracts";
import { addMember, addOrganization, tenantOf } from "../support/people";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";

const card = (page: Page) => page.getByRole("region", { name: "Sample data", exact: true });
/** A year of billing, on a machine that other work may share. */
const A_YEAR_MS = 240_000;

test("an empty sandbox is filled with one click and emptied with another, which says what goes", async ({
  page,
  organization,
}) => {
  test.setTimeout(2 * A_YEAR_MS);
  await page.goto("/sandbox/customers");
  await page.getByRole("button", { name: "Add sample data" }).click();
  await expect(page.getByText("Sample data added.")).toBeVisible({ timeout: A_YEAR_MS });
  await expect(page.getByText("40 customers", { exact: true })).toBeVisible();

  await page.goto("/sandbox/settings/security");
  await expect(card(page)).toContainText(/There are 40 customers, 39 contracts, \d+ invoices, 3 plans/);
  await expectSoundScreen(page);
  const planId = (await listSampleObjects(tenantOf("sandbox", organization))).get("plans Starter");
  await addContract(tenantOf("sandbox", organization), { planId });

  await card(page).getByRole("button", { name: "Remove sample data" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Remove sample data?" });
  await expect(dialog).toContainText(/takes away 40 customers, 39 contracts.*It cannot be undone/);
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expectSoundScreen(page);
  await dialog.getByRole("button", { name: "Remove sample data" }).click();
  await expect(card(page)).toContainText("Kept 1 plan that your contracts use.");
  await expect(card(page)).toContainText("Still there, because something of yours stands on it: 1 plan");
  await page.goto("/sandbox/customers");
  await expect(page.getByText("1 customer", { exact: true })).toBeVisible();
});

test("whoever may not add sample data reads why, and production knows of none", async ({
  page,
  env,
  browser,
  address,
}) => {
  const developer = await addMember(env, await addOrganization("Globex"), "developer");
  const context = await browser.newContext({ extraHTTPHeaders: forwardedFor(address) });
  await enter(context, developer.cookie);
  const theirs = await context.newPage();
  await theirs.goto("/sandbox/settings/security");
  const button = card(theirs).getByRole("button", { name: "Add sample data" });
  await expect(button).toHaveAccessibleDescription("Only admins and owners add and remove sample data.");
  await context.close();
  await page.goto("/production/settings/security");
  await expect(page.getByRole("region", { name: "Sign-in sessions", exact: true })).toBeVisible();
  await expect(card(page)).toHaveCount(0);
  await page.goto("/production/customers");
  await expect(page.getByText("No customers in production yet.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add sample data" })).toHaveCount(0);
});
