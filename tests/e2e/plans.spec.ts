import type { Page } from "playwright/test";
import { decimal } from "@/lib/domain/decimal";
import { addMeter, addMeteredPricing, addPlan, addPricing } from "../support/catalog";
import { addContract } from "../support/contracts";
import { tenantOf } from "../support/people";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const price = (page: Page, position: number) => page.getByRole("group", { name: `Price ${position}`, exact: true });

test("an empty list says what a plan is made of, and without a price the form says what to do first", async ({
  page,
}) => {
  await page.goto("/production/plans");
  await expect(page.getByText("No active plans in production.")).toBeVisible();
  await page.getByRole("link", { name: "Create plan" }).first().click();
  await expect(page.getByText("There is no price in production to put into a plan.")).toBeVisible();
  await page.getByRole("link", { name: "Create a price" }).click();
  await expect(page.getByRole("heading", { name: "Create production price" })).toBeFocused();
});

test("a plan is created from prices, with a summary of what a customer is billed, and shows how its usage is sent", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const meter = await addMeter(tenant, {
    aggregationType: "SUM",
    aggregationKey: "units",
    eventTypeFilter: { include: ["api_call"] },
  });
  const seat = await addPricing(tenant, { name: "Seat", unitAmount: decimal("9.995") });
  const usage = await addMeteredPricing(tenant, meter.id);
  await page.goto("/sandbox/plans/new");
  await page.getByLabel("Name", { exact: true }).fill("Pro");
  await page.getByLabel("Currency").selectOption("EUR");
  await page.getByLabel("Net terms").fill("14");
  await price(page, 1).getByRole("combobox", { name: "Price" }).selectOption(seat.id);
  await price(page, 1).getByLabel("Quantity").fill("3");
  await page.getByRole("button", { name: "Add price" }).click();
  await expect(price(page, 2).getByRole("combobox", { name: "Price" })).toBeFocused();
  await price(page, 2).getByRole("combobox", { name: "Price" }).selectOption(usage.id);
  await expect(price(page, 2).getByLabel("Quantity")).toBeHidden();
  await page.getByLabel("Included credit").fill("50");
  await page.getByLabel("One credit is worth").fill("0.01");
  const summary = region(page, "Summary");
  await expect(summary).toContainText(
    /Every month.*EUR 29\.99.*API calls.*14 days after the invoice.*EUR 50\.00, 5,000 credits/,
  );
  const request = page.waitForRequest((each) => each.method() === "POST");
  await page.getByRole("button", { name: "Create sandbox plan" }).dblclick();
  expect((await request).postDataJSON()).toEqual({
    name: "Pro",
    description: null,
    currency: "EUR",
    netTerms: 14,
    creditGrantCents: 5000,
    creditSettings: { creditRateCents: 1 },
    items: [
      { pricingId: seat.id, quantity: 3 },
      { pricingId: usage.id, quantity: 1 },
    ],
  });

  await expect(page.getByRole("heading", { name: "Pro", level: 1 })).toBeFocused();
  await expect(page).toHaveTitle("Pro · Plans · Sandbox · Mintkey");
  const prices = region(page, "Prices");
  await expect(prices).toContainText("3 × EUR 9.995 a unit. Every month.");
  await expect(prices).toContainText("Counts the sum of units of api_call events.");
  await prices.getByText("Code to send an event that counts").click();
  await expect(region(page, "curl command for API calls")).toContainText(`"eventName": "api_call"`);
  await expect(region(page, "Contracts")).toContainText("No contract was made from this plan yet.");
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Plans" }).click();
  await expect(page.getByText("1 plan", { exact: true })).toBeVisible();
});

test("prices that do not fit together are named at their row, and an amount too fine for the currency at its field", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const monthly = await addPricing(tenant, { name: "Seat" });
  const yearly = await addPricing(tenant, { name: "Support", priceInterval: "YEAR" });
  await page.goto(`/sandbox/plans/new?pricingId=${monthly.id}`);
  await expect(price(page, 1).getByRole("combobox", { name: "Price" })).toHaveValue(monthly.id);
  await page.getByLabel("Currency").selectOption("JPY");
  await page.getByLabel("Included credit").fill("0.5");
  await page.getByRole("button", { name: "Add price" }).click();
  await price(page, 2).getByRole("combobox", { name: "Price" }).selectOption(yearly.id);
  await page.getByRole("button", { name: "Add price" }).click();
  await price(page, 3).getByRole("combobox", { name: "Price" }).selectOption(monthly.id);
  await page.getByRole("button", { name: "Create sandbox plan" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await expect(price(page, 2).getByRole("combobox", { name: "Price" })).toHaveAccessibleDescription(
    /All must share one interval/,
  );
  await expect(price(page, 3).getByRole("combobox", { name: "Price" })).toHaveAccessibleDescription(
    "This price is in the plan already.",
  );
  await expect(page.getByLabel("Included credit")).toHaveAccessibleDescription(/JPY has 0 digits after the point\./);
  await page.getByRole("button", { name: "Remove price 2" }).click();
  await expect(page.getByRole("button", { name: "Add price" })).toBeFocused();
});

test("an unused plan is edited in its place, and only what changed is sent", async ({ page, organization }) => {
  const tenant = tenantOf("production", organization);
  const plan = await addPlan(tenant, [await addPricing(tenant)], { creditGrantCents: 5000n });
  await page.goto(`/production/plans/${plan.id}`);
  await page.getByRole("button", { name: "Edit details" }).click();
  const details = region(page, "Details");
  await expect(details.getByLabel("Included credit")).toHaveValue("50.00");
  await details.getByLabel("Name", { exact: true }).fill("Pro 2026");
  const request = page.waitForRequest((each) => each.method() === "PATCH");
  await details.getByRole("button", { name: "Save in production" }).click();
  expect((await request).postDataJSON()).toEqual({ name: "Pro 2026" });
  await expect(page.getByRole("heading", { name: "Pro 2026", level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit details" })).toBeFocused();
  await page.getByRole("button", { name: "Edit prices" }).click();
  const prices = region(page, "Prices");
  await prices.getByLabel("Quantity").fill("7");
  await prices.getByRole("button", { name: "Save in production" }).click();
  await expect(prices).toContainText("7 × USD 10.00 a unit.");
});

test("a plan is fixed from its first contract on, says so, and names who has it", async ({ page, organization }) => {
  const tenant = tenantOf("sandbox", organization);
  const plan = await addPlan(tenant, [await addPricing(tenant)]);
  await addContract(tenant, { planId: plan.id });
  await page.goto("/sandbox/plans");
  const row = page.getByRole("table", { name: "Plans" }).getByRole("row", { name: /Pro/ });
  await expect(row.getByRole("cell").nth(4)).toHaveText("1");
  await row.getByRole("link").click();
  await expect(page.getByText("A contract was made from this plan, so it is fixed.")).toBeVisible();
  await expect(region(page, "Contracts").getByRole("link", { name: "Globex" })).toBeVisible();
  for (const name of ["Edit details", "Edit prices"])
    await expect(page.getByRole("button", { name })).toHaveAccessibleDescription(
      "A plan is fixed from its first contract on.",
    );
  const headers = { Origin: new URL(page.url()).origin };
  const byHand = await page.request.patch(`/api/sandbox/v1/plans/${plan.id}`, { data: { name: "X" }, headers });
  expect(byHand.status()).toBe(409);
});

test("an archived plan is fixed, says so, and is found among the archived", async ({ page, organization }) => {
  const tenant = tenantOf("sandbox", organization);
  const plan = await addPlan(tenant, [await addPricing(tenant)]);
  await page.goto(`/sandbox/plans/${plan.id}`);
  await page.getByRole("button", { name: "Archive…" }).click();
  await page.getByRole("button", { name: "Archive sandbox plan" }).click();
  await expect(page.getByText("This plan is archived.")).toBeVisible();
  const edit = page.getByRole("button", { name: "Edit prices" });
  await expect(edit).toHaveAccessibleDescription("An archived plan cannot be changed.");
  await page.goto("/sandbox/plans");
  await page.getByLabel("Status").selectOption("Archived");
  await expect(
    page.getByRole("table", { name: "Plans" }).getByRole("link", { name: "Pro", exact: true }),
  ).toBeVisible();
  await page.getByRole("tab", { name: "Meters" }).click();
  await expect(page).toHaveURL(/\/sandbox\/plans\?tab=meters$/);
});

test.describe("as a viewer", () => {
  test.use({ role: "viewer" });

  test("plans can be read; what cannot be done says why, and the server refuses it too", async ({
    page,
    organization,
  }) => {
    const reason = "Your role can look but not change plans. Ask an admin.";
    const tenant = tenantOf("sandbox", organization);
    const plan = await addPlan(tenant, [await addPricing(tenant)]);
    await page.goto("/sandbox/plans");
    await expect(page.getByRole("button", { name: "Create plan" })).toHaveAccessibleDescription(reason);
    await page.getByRole("link", { name: "Pro", exact: true }).click();
    for (const name of ["Archive…", "Edit details", "Edit prices"])
      await expect(page.getByRole("button", { name })).toHaveAccessibleDescription(reason);
    const headers = { Origin: new URL(page.url()).origin };
    const byHand = await page.request.patch(`/api/sandbox/v1/plans/${plan.id}`, { data: { name: "X" }, headers });
    expect(byHand.status()).toBe(403);
  });
});

for (const environment of ["sandbox", "production"] as const) {
  test.describe(`in ${environment}, accessible in both themes and never scrolling sideways`, () => {
    const longName = "n".repeat(255);

    test("are the list of plans and the page of one, also while it is edited", async ({ page, organization }) => {
      const tenant = tenantOf(environment, organization);
      const meter = await addMeter(tenant, { displayName: "m".repeat(128) });
      const tiers = [
        { minQty: decimal(1), maxQty: decimal(100), unitAmount: decimal("0.123456789012"), flatAmount: decimal(0) },
        { minQty: decimal(101), maxQty: null, unitAmount: decimal("0.08"), flatAmount: decimal("123456789012") },
      ];
      const tiered = { name: longName, tiering: "GRADUATED", unitAmount: undefined, pricingTiers: tiers } as const;
      const usage = await addMeteredPricing(tenant, meter.id, tiered);
      const plan = await addPlan(tenant, [usage, await addPricing(tenant, { name: longName })], {
        name: longName,
        description: "Long words. ".repeat(80),
        creditGrantCents: 10n ** 12n,
      });
      await page.goto(`/${environment}/plans`);
      await expect(page.getByRole("table", { name: "Plans" }).getByRole("link")).toHaveCount(1);
      await expectSoundScreen(page);
      await page.goto(`/${environment}/plans/${plan.id}`);
      await expect(page.getByRole("table", { name: "Tiers" })).toBeVisible();
      await page.getByText("Code to send an event that counts").click();
      await expectSoundScreen(page);
      for (const part of ["details", "prices"]) await page.getByRole("button", { name: `Edit ${part}` }).click();
      await expectSoundScreen(page);
    });

    test("is the form that creates one, with its faults", async ({ page, organization }) => {
      await addPricing(tenantOf(environment, organization), { name: longName, productName: longName });
      await page.goto(`/${environment}/plans/new`);
      await page.getByRole("button", { name: "Add price" }).click();
      await page.getByRole("button", { name: `Create ${environment} plan` }).click();
      await expect(page.getByText("Enter a name.")).toBeVisible();
      await expectSoundScreen(page);
    });
  });
}
