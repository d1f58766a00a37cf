import type { Page } from "playwright/test";
import { decimal } from "@/lib/domain/decimal";
import { addMeter, addMeteredPricing, addPlan, addPricing } from "../support/catalog";
import { tenantOf } from "../support/people";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const COUNTED = { aggregationType: "SUM", aggregationKey: "units" } as const;

test("a meter that a price in an active plan counts on is not archived, and the dialog says which plan", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const meter = await addMeter(tenant, COUNTED);
  const pricing = await addMeteredPricing(tenant, meter.id);
  const plan = await addPlan(tenant, [pricing]);
  await page.goto(`/sandbox/plans/prices/${pricing.id}`);
  await expect(region(page, "Plans with this price").getByRole("link", { name: "Pro" })).toBeVisible();
  await page.goto(`/sandbox/plans/meters/${meter.id}`);
  await expect(region(page, "Prices of this meter").getByRole("link", { name: "API calls" })).toBeVisible();
  await page.getByRole("button", { name: "Archive…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Archive sandbox meter" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Meter is used by an active plan");
  await expect(dialog.getByRole("alert")).toContainText(`Active plan Pro (${plan.id})`);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Archive…" })).toBeFocused();
});

test("a price of nowhere is said to be missing, and switching leads from a price to the list with a note", async ({
  page,
  organization,
}) => {
  await page.goto("/sandbox/plans/prices/00000000-0000-4000-8000-000000000000");
  await expect(page.getByText("This price does not exist in sandbox.")).toBeVisible();
  await page.getByRole("link", { name: "Back to prices" }).click();
  await expect(page.getByText("No prices in sandbox yet.")).toBeVisible();
  const { id } = await addPricing(tenantOf("sandbox", organization));
  await page.goto(`/sandbox/plans/prices/${id}`);
  await expect(page.getByRole("heading", { name: "Seat", level: 1 })).toBeVisible();
  await page.getByRole("navigation", { name: "Environment" }).getByRole("link", { name: "Production" }).click();
  await expect(page.getByText("This price exists in sandbox only.")).toBeVisible();
});

for (const environment of ["sandbox", "production"] as const) {
  test.describe(`in ${environment}, accessible in both themes and never scrolling sideways`, () => {
    const long = {
      name: "n".repeat(255),
      productName: "p".repeat(255),
      unitAmount: decimal("123456789012.123456789012"),
    };

    test("is the list of prices", async ({ page, organization }) => {
      await addPricing(tenantOf(environment, organization), long);
      await page.goto(`/${environment}/plans?tab=prices`);
      await expect(page.getByRole("table", { name: "Prices" }).getByRole("link")).toHaveCount(1);
      await expectSoundScreen(page);
    });

    test("is the page of a price", async ({ page, organization }) => {
      const { id } = await addPricing(tenantOf(environment, organization), long);
      await page.goto(`/${environment}/plans/prices/${id}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(long.name);
      await expectSoundScreen(page);
    });

    test("is the form that creates one, with its faults", async ({ page, organization }) => {
      await addMeter(tenantOf(environment, organization), { displayName: "m".repeat(128) });
      await page.goto(`/${environment}/plans/prices/new`);
      await page.getByRole("radio", { name: "Graduated" }).check();
      await page.getByRole("button", { name: "Add tier" }).click();
      await page.getByRole("button", { name: `Create ${environment} price` }).click();
      await expect(page.getByText("Enter a name.")).toBeVisible();
      await expectSoundScreen(page);
    });
  });
}
