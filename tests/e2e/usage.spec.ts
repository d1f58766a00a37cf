import type { Page } from "playwright/test";
import type { Tenant } from "@/lib/domain/environment";
import { addMeter } from "../support/catalog";
import { addCustomer, tenantOf } from "../support/people";
import { acceptedBatch, storeBatches } from "../support/sent-usage";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";

const chart = (page: Page) => page.getByRole("region", { name: "Usage over time", exact: true });
const bars = (page: Page) => chart(page).getByRole("group", { name: "Usage per day" }).getByRole("button");
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString();

type Sent = { readonly customer: string; readonly units: string; readonly region?: string; readonly key?: string };

const send = (tenant: Tenant, events: readonly Sent[]) =>
  storeBatches(tenant, [
    acceptedBatch(
      tenant,
      events.map(({ customer, units, region = "eu", key }) =>
        JSON.stringify({
          eventName: "api_call",
          externalCustomerId: customer,
          idempotencyKey: key,
          timestamp: yesterday(),
          properties: { units, region },
        }),
      ),
    ),
  ]);

test("empty usage offers the call that sends the first event, and shows it once it is there", async ({
  page,
  organization,
}) => {
  await page.goto("/sandbox/audit-log");
  await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("u");
  await expect(page).toHaveURL(/\/sandbox\/usage$/);
  await expect(page).toHaveTitle("Usage · Sandbox · Mintkey");
  await expect(page.getByText("No usage in sandbox yet.")).toBeVisible();
  await expect(page.getByRole("region", { name: "curl command" })).toContainText("/v1/events");
  await expectSoundScreen(page);
  await send(tenantOf("sandbox", organization), [{ customer: "cust_42", units: "3" }]);
  await expect(chart(page)).toContainText(/^1\s*events/);
});

test("a meter's usage is drawn by customer, named and linked, and the table has the same figures", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const globex = await addCustomer(tenant, "Globex", "cust_globex");
  const meter = await addMeter(tenant, { aggregationType: "SUM", aggregationKey: "units" });
  await send(tenant, [
    { customer: "cust_globex", units: "1000.5" },
    { customer: "cust_globex", units: "0.25", region: "us" },
    { customer: "nobody_yet", units: "4" },
  ]);
  await page.goto("/sandbox/usage");
  await page.getByLabel("Count").selectOption({ label: meter.displayName });
  await page.getByLabel("Group by").selectOption({ label: "Customer" });
  await expect(page).toHaveURL(new RegExp(`meter=${meter.id}.*by=`));
  await expect(chart(page)).toContainText("1,004.75");
  await expect(chart(page)).toContainText("from 3 events");

  const legend = chart(page).getByRole("list", { name: "Legend" });
  await expect(legend).toContainText(/Globex\s*1,000\.75/);
  await expect(legend).toContainText(/nobody_yet\s*4/);
  await bars(page).last().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(bars(page).nth(28)).toBeFocused();
  await expect(bars(page).nth(28)).toHaveAccessibleName(/: Globex 1,000\.75, nobody_yet 4$/);
  await expectSoundScreen(page);

  await chart(page).getByRole("button", { name: "Show as table" }).click();
  const total = chart(page).getByRole("row", { name: /^Total/ });
  await expect(total).toHaveText(/Total\s*1,000\.75\s*4\s*1,004\.75/);
  const groups = page.getByRole("table", { name: "Customer" });
  await expect(groups.getByRole("row", { name: /nobody_yet/ })).toHaveText(/nobody_yet\s*1\s*4\s*0\.4%/);
  await groups.getByRole("link", { name: "Globex" }).click();
  await expect(page).toHaveURL(new RegExp(`/sandbox/customers/${globex.id}$`));
  const section = page.getByRole("region", { name: "Usage", exact: true });
  await expect(section).toContainText("2 events");
  await section.getByRole("link", { name: "See all usage" }).click();
  await expect(page.getByRole("button", { name: /^Customer: Globex/ })).toBeVisible();
  await expect(chart(page)).toContainText("All meters, at list price.");
  await page.getByLabel("Count").selectOption({ label: meter.displayName });
  await expect(chart(page)).toContainText("All meters together, not this one alone, at list price.");
});

test("events are listed as they come, filtered by their key, and open to their properties", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  await send(tenant, [{ customer: "cust_42", units: "123456789012345678.5", key: "row_1" }]);
  await page.goto("/sandbox/usage?tab=events");
  const table = page.getByRole("table", { name: "Events" });
  const lines = table.getByRole("rowheader", { name: "api_call" });
  await expect(lines).toHaveCount(1);
  await send(tenant, [{ customer: "cust_43", units: "2", key: "row_2" }]);
  await expect(lines).toHaveCount(2);

  await page.getByLabel("Idempotency key").fill("row_1");
  await expect(page).toHaveURL(/key=row_1/);
  await expect(lines).toHaveCount(1);
  await table.getByRole("button", { name: "Details of api_call row_1" }).click();
  const opened = page.getByRole("region", { name: "Event row_1" });
  await expect(opened).toContainText("123456789012345678.5");
  await expect(opened.getByRole("button", { name: "Copy request id" })).toBeVisible();
  await expectSoundScreen(page);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(lines).toHaveCount(2);

  await page.getByLabel("Range").selectOption("Last 7 days");
  await expect(page).toHaveURL(/range=7d/);
  await expect(lines).toHaveCount(2);
  await page.goto("/sandbox/usage?tab=events&range=days&from=2026-01-01&to=2026-01-31");
  await expect(page.getByLabel("To (UTC)")).toHaveValue("2026-01-31");
  await expect(page.getByText("No events match these filters.")).toBeVisible();
  await page.getByLabel("To (UTC)").fill(yesterday().slice(0, 10));
  await expect(lines).toHaveCount(2);
});

test("a line that could not be stored is listed with its reason", async ({ page, organization }) => {
  const tenant = tenantOf("sandbox", organization);
  await page.goto("/sandbox/usage?tab=rejected");
  await expect(page.getByText("No rejected lines in sandbox in the last 30 days.")).toBeVisible();
  const sound = '{"eventName":"api_call","externalCustomerId":"cust_42"}';
  await storeBatches(tenant, [
    acceptedBatch(tenant, [sound, '{"eventName":"","externalCustomerId":"cust_42"}'], "lines"),
  ]);
  await page.reload();
  const table = page.getByRole("table", { name: "Rejected lines" });
  await expect(table.getByRole("rowheader")).toHaveText(/^eventName/);
  await table.getByRole("button", { name: /^Details of line 2/ }).click();
  await expect(page.getByRole("region", { name: /^excerpt/ })).toContainText('{"eventName":""');
  await expectSoundScreen(page);
});

test("a link that asks for too much says what to narrow, and one of the other environment what is missing", async ({
  page,
  organization,
}) => {
  await send(tenantOf("sandbox", organization), [{ customer: "cust_42", units: "3" }]);
  await page.route(/\/v1\/usage\?/, (route) =>
    route.fulfill({
      status: 400,
      json: { error: { message: "Narrow the range, the window or the grouping", code: "VALIDATION_ERROR" } },
    }),
  );
  await page.goto("/sandbox/usage?by=@customer");
  await expect(page.getByRole("alert").filter({ hasText: "Choose a shorter range" })).toBeVisible();
  await page.unrouteAll();
  await page.goto(`/sandbox/usage?meter=${crypto.randomUUID()}`);
  await expect(page.getByRole("alert").filter({ hasText: "Meter not found" })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(chart(page)).toContainText(/^1\s*events/);
});
