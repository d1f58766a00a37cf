import type { Page } from "playwright/test";
import { addDays, dayOf } from "@/lib/domain/day";
import { decimal } from "@/lib/domain/decimal";
import { addContract, addCredit, addMeteredPlan, addSeatPlan } from "../support/contracts";
import { addCustomer, tenantOf } from "../support/people";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const table = (page: Page, name: string) => page.getByRole("table", { name, exact: true });
const today = () => dayOf(new Date());
const long = "Globex ".repeat(30).trim();

test("credits are granted as money and as credits, each to the last digit, and stand in the order of their use", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const { id } = await addContract(tenant, {
    planId: (await addSeatPlan(tenant, { currency: "KWD" })).id,
    creditGrantCents: 1500n,
    creditSettings: { creditRateCents: decimal("0.5") },
  });
  await page.goto(`/sandbox/contracts/${id}`);
  const credits = region(page, "Credits");
  await expect(credits).toContainText("KWD 1.500");
  await page.getByRole("button", { name: "Grant credits…" }).click();
  const dialog = page.getByRole("dialog", { name: "Grant credits" });
  await dialog.getByLabel("Amount").fill("0.0005");
  await dialog.getByLabel("Expires on").fill(addDays(today(), 10));
  await dialog.getByRole("button", { name: "Grant sandbox credits" }).click();
  await expect(dialog.getByLabel("Amount")).toHaveAccessibleDescription("KWD has at most 3 decimals.");
  await dialog.getByLabel("Amount").fill("2.005");
  await dialog.getByLabel("Description").fill("Welcome");
  await dialog.getByRole("button", { name: "Grant sandbox credits" }).click();
  await expect(dialog).toBeHidden();
  await expect(credits).toContainText("KWD 3.505");

  await page.getByRole("button", { name: "Grant credits…" }).click();
  await dialog.getByRole("radio", { name: "Credits" }).check();
  await dialog.getByLabel("Number of credits").fill("100.5");
  await dialog.getByLabel("Worth of one credit").fill("2");
  await expect(dialog).toContainText("Together worth KWD 0.201.");
  await dialog.getByLabel("Expires on").fill(addDays(today(), 5));
  await dialog.getByRole("button", { name: "Grant sandbox credits" }).click();
  await expect(dialog).toBeHidden();
  const rows = table(page, "Credits in order of use").getByRole("row");
  await expect(rows.nth(1)).toContainText(/^1.*KWD 0\.201100\.5 credits/);
  await expect(rows.nth(2)).toContainText(/^2.*Welcome.*KWD 2\.005/);
  await expect(rows.nth(3)).toContainText(/^3.*KWD 1\.5003,000 credits/);
  await expect(table(page, "Ledger").getByRole("row")).toHaveCount(4);
});

test("the ledger has pages", async ({ page, organization }) => {
  const tenant = tenantOf("sandbox", organization);
  const { id } = await addContract(tenant);
  for (let at = 0; at < 12; at++) await addCredit(tenant, id, { description: `Grant ${at}` });
  await page.goto(`/sandbox/contracts/${id}`);
  const ledger = table(page, "Ledger");
  await expect(ledger.getByRole("row")).toHaveCount(11);
  await page.getByRole("button", { name: "Older" }).click();
  await expect(ledger.getByRole("row")).toHaveCount(3);
  await expect(ledger).toContainText("Grant 0");
});

test("metadata is edited in its place, and keeps text, numbers and truth apart", async ({ page, organization }) => {
  const { id } = await addContract(tenantOf("sandbox", organization), { metadata: { costCenter: "42" } });
  await page.goto(`/sandbox/contracts/${id}`);
  const metadata = region(page, "Metadata");
  await page.getByRole("button", { name: "Edit metadata" }).click();
  await metadata.getByRole("button", { name: "Add entry" }).click();
  const entry = metadata.getByRole("group", { name: "Entry 2" });
  await expect(entry.getByLabel("Name")).toBeFocused();
  await entry.getByLabel("Name").fill("seats");
  await entry.getByLabel("Kind").selectOption("Number");
  await entry.getByLabel("Value").fill("many");
  const request = page.waitForRequest((each) => each.method() === "PATCH");
  await metadata.getByRole("button", { name: "Save in sandbox" }).click();
  await expect(entry.getByLabel("Value")).toHaveAccessibleDescription("Write a number.");
  await entry.getByLabel("Value").fill("7");
  await metadata.getByRole("button", { name: "Save in sandbox" }).click();
  expect((await request).postDataJSON()).toEqual({ metadata: { costCenter: "42", seats: 7 } });
  await expect(metadata).toContainText(/costCenter42.*seats7|seats7.*costCenter42/);
});

test("in production the customer's name has to be typed before a contract is cancelled", async ({
  page,
  organization,
}) => {
  const { id } = await addContract(tenantOf("production", organization));
  await page.goto(`/production/contracts/${id}`);
  await expect(page.getByRole("heading", { name: "Pro for Globex", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Cancel contract…" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "Keep contract" })).toBeFocused();
  const confirm = dialog.getByRole("button", { name: "Cancel production contract" });
  await expect(confirm).toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel("Type Globex to confirm").fill("Globex");
  await confirm.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Cancelled: no further period is billed.")).toBeVisible();
});

for (const environment of ["sandbox", "production"] as const) {
  test.describe(`in ${environment}, accessible in both themes and never scrolling sideways`, () => {
    test("are the empty and the full list of contracts", async ({ page, organization }) => {
      await page.goto(`/${environment}/contracts`);
      await expect(page.getByText(`No contracts in ${environment} yet.`)).toBeVisible();
      await expectSoundScreen(page);
      const tenant = tenantOf(environment, organization);
      await addContract(tenant, { customerId: (await addCustomer(tenant, long)).id });
      await page.reload();
      await expect(table(page, "Contracts").getByRole("link")).toHaveText(long);
      await page.getByRole("combobox", { name: "Customer" }).click();
      await expect(page.getByRole("listbox", { name: "Matches" }).getByRole("option")).toHaveCount(1);
      await expectSoundScreen(page);
    });

    test("is the page of a contract, with its dialogs", async ({ page, organization }) => {
      const tenant = tenantOf(environment, organization);
      const { plan } = await addMeteredPlan(tenant, { name: long });
      const { id } = await addContract(tenant, {
        customerId: (await addCustomer(tenant, long)).id,
        planId: plan.id,
        endDate: addDays(today(), 3_000),
        metadata: { ["k".repeat(40)]: "v".repeat(500) },
      });
      await addCredit(tenant, id, { description: "x".repeat(500) });
      await page.goto(`/${environment}/contracts/${id}`);
      await expect(table(page, "Periods and invoices").getByRole("row")).toHaveCount(25);
      await expect(table(page, "Ledger")).toBeVisible();
      await expectSoundScreen(page);
      await page.getByRole("button", { name: "Cancel contract…" }).click();
      await expect(page.getByRole("list", { name: "Drafts to be cancelled" })).toBeVisible();
      await expectSoundScreen(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Grant credits…" }).click();
      await page.getByRole("radio", { name: "Credits" }).check();
      await expectSoundScreen(page);
    });

    test("is the form that creates one", async ({ page, organization }) => {
      const tenant = tenantOf(environment, organization);
      const { plan } = await addMeteredPlan(tenant, { name: long });
      const { id } = await addCustomer(tenant, long);
      await page.goto(`/${environment}/contracts/new?customer=${id}&plan=${plan.id}`);
      await page.getByRole("radio", { name: "Another amount" }).check();
      await page.getByRole("button", { name: "Add entry" }).click();
      await page.getByRole("button", { name: `Create ${environment} contract` }).click();
      await expect(page.getByText("Choose a day.")).toBeVisible();
      await expectSoundScreen(page);
    });
  });
}
