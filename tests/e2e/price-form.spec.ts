import type { Page } from "playwright/test";
import { addMeter, addPricing } from "../support/catalog";
import { tenantOf } from "../support/people";
import { expect, test } from "../support/tenancy";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const tier = (page: Page, position: number) => page.getByRole("group", { name: `Tier ${position}`, exact: true });
const costs = (page: Page) => page.getByRole("table", { name: "What it costs" });
const COUNTED = { aggregationType: "SUM", aggregationKey: "units" } as const;

async function fillTier(page: Page, position: number, fields: { upTo?: string; each: string; flat?: string }) {
  if (fields.upTo) await tier(page, position).getByLabel("Up to").fill(fields.upTo);
  await tier(page, position).getByLabel("Each unit").fill(fields.each);
  if (fields.flat) await tier(page, position).getByLabel("Flat fee").fill(fields.flat);
}

test("a tiered price is created for a meter, and its cost is shown before it is made", async ({
  page,
  organization,
}) => {
  const meter = await addMeter(tenantOf("sandbox", organization), { ...COUNTED, code: "API_CALLS" });
  await page.goto(`/sandbox/plans/meters/${meter.id}`);
  await page.getByRole("link", { name: "Create price" }).click();
  await expect(page.getByRole("heading", { name: "Create sandbox price", level: 1 })).toBeFocused();
  await expect(page.getByLabel("Meter")).toHaveValue(meter.id);
  await page.getByLabel("Name", { exact: true }).fill("API calls");
  await page.getByLabel("Name of the product").fill("API");
  await page.getByRole("radio", { name: "Graduated" }).check();
  await fillTier(page, 1, { upTo: "100", each: "0.10" });
  await page.getByRole("button", { name: "Add tier" }).click();
  await expect(tier(page, 2).getByLabel("Up to")).toBeFocused();
  await fillTier(page, 2, { upTo: "1000", each: "0.08", flat: "5" });
  await fillTier(page, 3, { each: "0.05" });
  await expect(tier(page, 2)).toContainText("From 101");
  await expect(tier(page, 3)).toContainText("From 1,001 and above");
  for (const [quantity, cost] of [
    ["100", "10"],
    ["101", "15.08"],
    ["1,000", "87"],
    ["1,001", "87.05"],
  ] as const) {
    const row = costs(page)
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: quantity, exact: true }) });
    await expect(row.getByRole("cell").first()).toHaveText(cost);
  }
  await page.getByLabel("Try a quantity").fill("1500");
  await expect(costs(page).getByRole("row").nth(1)).toContainText(/1,500.*112/);
  const request = page.waitForRequest((each) => each.method() === "POST");
  await page.getByRole("button", { name: "Create sandbox price" }).dblclick();
  expect((await request).postDataJSON()).toMatchObject({
    productName: "API",
    pricingTiers: [
      { minQty: "1", maxQty: "100", unitAmount: "0.10", flatAmount: "0" },
      { minQty: "101", maxQty: "1000", unitAmount: "0.08", flatAmount: "5" },
      { minQty: "1001", maxQty: null, unitAmount: "0.05", flatAmount: "0" },
    ],
  });

  await expect(page.getByRole("heading", { name: "API calls", level: 1 })).toBeFocused();
  await expect(page).toHaveTitle("API calls · Prices · Sandbox · Mintkey");
  const tiers = page.getByRole("table", { name: "Tiers" }).getByRole("row");
  await expect(tiers).toHaveText([
    /Units/,
    /1 to 100\s*0\.1\s*0/,
    /101 to 1,000\s*0\.08\s*5/,
    /1,001 and above\s*0\.05\s*0/,
  ]);
  await expect(region(page, "Details").getByRole("link", { name: "API calls" })).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Prices" }).click();
  await expect(page.getByText("1 price", { exact: true })).toBeVisible();
});

test("bad tiers are named at their row, an end that moves is checked anew, and nothing is sent", async ({
  page,
  organization,
}) => {
  const meter = await addMeter(tenantOf("sandbox", organization), COUNTED);
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") sent += 1;
  });
  await page.goto(`/sandbox/plans/prices/new?meterId=${meter.id}`);
  await page.getByLabel("Name", { exact: true }).fill("API calls");
  await page.getByLabel("Name of the product").fill("API");
  await page.getByRole("radio", { name: "Volume" }).check();
  await page.getByRole("button", { name: "Add tier" }).click();
  await fillTier(page, 1, { upTo: "100", each: "0.1" });
  await fillTier(page, 2, { upTo: "50", each: "0,08" });
  await page.getByRole("button", { name: "Create sandbox price" }).click();
  const end = tier(page, 2).getByLabel("Up to");
  await expect(end).toBeFocused();
  await expect(end).toHaveAccessibleDescription("Enter at least 101, where this tier begins.");
  await expect(tier(page, 2).getByLabel("Each unit")).toHaveAccessibleDescription(/Write a decimal like 0\.008/);
  await expect(tier(page, 3).getByLabel("Each unit")).toHaveAccessibleDescription("Enter an amount.");
  await expect(tier(page, 1).getByLabel("Up to")).toHaveAccessibleDescription("");
  await tier(page, 1).getByLabel("Up to").fill("40");
  await expect(end).toHaveAccessibleDescription("");
  expect(sent).toBe(0);
});

test("the meter of a link is chosen from the start, so sending before the meters are there asks for what is missing alone", async ({
  page,
  organization,
}) => {
  const meter = await addMeter(tenantOf("sandbox", organization), COUNTED);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/v1/meters*", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`/sandbox/plans/prices/new?meterId=${meter.id}`);
  await page.getByLabel("Name", { exact: true }).fill("API calls");
  await page.getByLabel("Name of the product").fill("API");
  await page.getByRole("button", { name: "Create sandbox price" }).click();
  await expect(page.getByLabel("Each unit").first()).toBeFocused();
  await expect(page.getByText("Choose a meter.")).toBeHidden();
  release();
  await expect(page.getByLabel("Meter").getByRole("option", { name: meter.displayName })).toBeAttached();
  await expect(page.getByLabel("Meter")).toHaveValue(meter.id);
});

test("what the server refuses in a tier stands in that tier's row", async ({ page, organization }) => {
  const meter = await addMeter(tenantOf("sandbox", organization), COUNTED);
  await page.goto(`/sandbox/plans/prices/new?meterId=${meter.id}`);
  await page.getByLabel("Name", { exact: true }).fill("API calls");
  await page.getByLabel("Name of the product").fill("API");
  await page.getByRole("radio", { name: "Graduated" }).check();
  await page.getByRole("button", { name: "Add tier" }).click();
  await page.getByRole("button", { name: "Remove tier 1" }).click();
  await fillTier(page, 1, { upTo: "10", each: "1" });
  await fillTier(page, 2, { each: "2" });
  const message = "pricingTiers[1].unitAmount is refused";
  const error = {
    message,
    code: "VALIDATION_ERROR",
    requestId: "req_1",
    details: [{ path: "pricingTiers[1].unitAmount", message }],
  };
  await page.route("**/v1/pricing", (route) => route.fulfill({ status: 400, json: { error } }));
  await page.getByRole("button", { name: "Create sandbox price" }).click();
  await expect(tier(page, 2).getByLabel("Each unit")).toBeFocused();
  await expect(tier(page, 2).getByLabel("Each unit")).toHaveAccessibleDescription(message);
});

test("each kind of price asks for its own amounts and keeps what was typed for another", async ({
  page,
  organization,
}) => {
  await addMeter(tenantOf("production", organization), COUNTED);
  await page.goto("/production/plans/prices/new");
  await page.getByLabel("Name", { exact: true }).fill("Blocks");
  await page.getByLabel("Name of the product").fill("API");
  await page.getByLabel("Each unit").first().fill("2");
  await page.getByRole("radio", { name: "Package" }).check();
  await page.getByLabel("Units in a package").fill("1000");
  const row = costs(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "1,001", exact: true }) });
  await expect(row.getByRole("cell").first()).toHaveText("4");
  await page.getByRole("radio", { name: "Flat", exact: true }).check();
  await expect(page.getByLabel("Units in a package")).toBeHidden();
  await expect(page.getByLabel("Meter")).toBeHidden();
  await expect(page.getByLabel("Each unit").first()).toHaveValue("2");
  await page.getByRole("radio", { name: "Once" }).check();
  const request = page.waitForRequest((each) => each.method() === "POST");
  await page.getByRole("button", { name: "Create production price" }).click();
  expect((await request).postDataJSON()).toEqual({
    name: "Blocks",
    productName: "API",
    model: "FLAT",
    tiering: "NONE",
    billingMode: "ONE_TIME",
    unitAmount: "2",
  });
  await expect(page.getByRole("heading", { name: "Blocks", level: 1 })).toBeVisible();
});

test("a price joins a product of before", async ({ page, organization }) => {
  const { productId } = await addPricing(tenantOf("sandbox", organization), { productName: "Storage" });
  await page.goto("/sandbox/plans/prices/new");
  await page.getByLabel("Product", { exact: true }).selectOption("Storage");
  await expect(page.getByLabel("Name of the product")).toBeHidden();
  await page.getByRole("radio", { name: "Flat", exact: true }).check();
  await page.getByLabel("Name", { exact: true }).fill("Extra");
  await page.getByLabel("Each unit").first().fill("1");
  const request = page.waitForRequest((each) => each.method() === "POST");
  await page.getByRole("button", { name: "Create sandbox price" }).click();
  expect((await request).postDataJSON()).toMatchObject({ productId });
  await expect(region(page, "Details")).toContainText("Storage");
});

test("without a meter a usage price cannot be made, and the form says what to do first", async ({ page }) => {
  await page.goto("/sandbox/plans/prices/new");
  await page.getByRole("link", { name: "Create a meter" }).click();
  await expect(page.getByRole("heading", { name: "Create sandbox meter" })).toBeFocused();
});
