import type { Page } from "playwright/test";
import { addDays, dayOf } from "@/lib/domain/day";
import { listContracts } from "@/lib/store/contracts";
import { addContract, addMeteredPlan, addSeatPlan } from "../support/contracts";
import { addCustomer, tenantOf } from "../support/people";
import { expect, test } from "../support/tenancy";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const table = (page: Page, name: string) => page.getByRole("table", { name, exact: true });
const today = () => dayOf(new Date());
const _long = "Globex ".repeat(30).trim();

/** Finds by typing and takes the match, as a person without a mouse does. */
async function pick(page: Page, field: string, text: string, match: string): Promise<void> {
  await page.getByRole("combobox", { name: field }).fill(text);
  await expect(page.getByRole("option", { name: match })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `${field}: ${match}. Change` })).toBeFocused();
}

test("from a customer to a plan, a contract, its draft with lines, and the contract's end", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const { plan } = await addMeteredPlan(tenant, { name: "Pro", creditGrantCents: 300n });
  const { id: customerId } = await addCustomer(tenant, "Globex", "cust_42");
  await addCustomer(tenant, "Initech");
  await page.goto(`/sandbox/customers/${customerId}`);
  await expect(page.getByText("This customer has no contract.")).toBeVisible();
  await page.getByRole("link", { name: "Create contract" }).click();

  await expect(page.getByRole("heading", { name: "Create sandbox contract", level: 1 })).toBeFocused();
  await expect(page.getByRole("button", { name: "Customer: Globex. Change" })).toBeVisible();
  await pick(page, "Plan", "pr", "Pro");
  await page.getByLabel("Start", { exact: true }).fill(today());
  const seat = page.getByRole("group", { name: "Seat" });
  await expect(seat.getByLabel("Unit amount")).toHaveAccessibleDescription("List price 10.00");
  await seat.getByLabel("Unit amount").fill("8.5");
  const summary = region(page, "Summary");
  await expect(summary).toContainText("every month, in USD");
  await expect(summary).toContainText("rolling, until cancelled");
  await page.getByRole("button", { name: "Create sandbox contract" }).dblclick();

  await expect(page.getByRole("heading", { name: "Pro for Globex", level: 1 })).toBeVisible();
  await expect(page).toHaveTitle("Pro for Globex · Contracts · Sandbox · Mintkey");
  const { items: contracts } = await listContracts(tenant, {}, { limit: 10 }, today());
  expect(contracts.map((contract) => [contract.planId, contract.customerId])).toEqual([[plan.id, customerId]]);
  await expect(table(page, "Prices").getByRole("row", { name: /Seat/ })).toContainText(/10\.00.*8\.50/);
  await expect(region(page, "Credits")).toContainText("USD 3.00");
  const periods = table(page, "Periods and invoices").getByRole("row");
  await expect(periods).toHaveCount(3);
  await expect(periods.nth(1)).toContainText(/Now.*Draft.*Drafted.*USD 13\.50/);

  await periods.nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Draft, /);
  const lines = table(page, "Lines").getByRole("row");
  await expect(lines).toHaveCount(4);
  await expect(lines.nth(1)).toContainText(/Seat.*1.*8\.50.*USD 8\.50/);
  await expect(lines.nth(2)).toContainText(/API calls.*0.*USD 0\.00/);
  await expect(page.getByText("A draft follows usage.")).toBeVisible();

  await region(page, "Details").getByRole("link", { name: "Pro" }).click();
  await page.getByRole("button", { name: "Cancel contract…" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Cancel the contract Pro?" });
  await expect(dialog).toContainText("1 draft invoice is cancelled with it:");
  await expect(dialog.getByRole("list", { name: "Drafts to be cancelled" })).toContainText("USD 13.50");
  await dialog.getByRole("button", { name: "Cancel sandbox contract" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Cancelled: no further period is billed.")).toBeVisible();
  await expect(periods.nth(1)).toContainText("Drafted");
  await expect(periods.nth(2)).toContainText("Cancelled");
  const again = page.getByRole("button", { name: "Cancel contract…" });
  await expect(again).toHaveAccessibleDescription("This contract is cancelled already.");
});

test("the customer and the plan of a link are chosen from the start, so sending before they are there asks for what is missing alone", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const plan = await addSeatPlan(tenant);
  const { id } = await addCustomer(tenant, "Globex");
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/v1\/(plans|customers)/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`/sandbox/contracts/new?customer=${id}&plan=${plan.id}`);
  await page.getByRole("button", { name: "Create sandbox contract" }).click();
  await expect(page.getByLabel("Start", { exact: true })).toBeFocused();
  await expect(page.getByText("Choose a plan.")).toBeHidden();
  await expect(page.getByText("Choose a customer.")).toBeHidden();
  release();
  await expect(page.getByRole("button", { name: `Plan: ${plan.name}. Change` })).toBeVisible();
  await expect(page.getByRole("button", { name: "Customer: Globex. Change" })).toBeVisible();
});

test("the summary counts periods from the start day, and says how the last one is shortened", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const plan = await addSeatPlan(tenant);
  const { id } = await addCustomer(tenant, "Globex");
  const year = new Date().getUTCFullYear() + 1;
  await page.goto(`/sandbox/contracts/new?customer=${id}&plan=${plan.id}`);
  await page.getByLabel("Start", { exact: true }).fill(`${year}-10-31`);
  await page.getByLabel("End", { exact: true }).fill(`${year + 1}-01-10`);
  const summary = region(page, "Summary");
  await expect(summary).toContainText(
    `31 Oct ${year} – 29 Nov ${year}30 Nov ${year} – 30 Dec ${year}31 Dec ${year} – 9 Jan ${year + 1} (shortened to 10 days)`,
  );
  await expect(summary).toContainText(`dated 30 Nov ${year}`);
  await expect(summary).toContainText(`30 Dec ${year}`);
  await page.getByLabel("Payment terms in days").fill("0");
  await expect(
    summary
      .getByRole("definition")
      .filter({ hasText: `${year}` })
      .last(),
  ).toHaveText(`30 Nov ${year}`);
});

test("faults stand beside their fields and nothing is sent", async ({ page, organization }) => {
  const tenant = tenantOf("production", organization);
  const plan = await addSeatPlan(tenant, { currency: "JPY" });
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") sent += 1;
  });
  await page.goto("/production/contracts/new");
  const create = page.getByRole("button", { name: "Create production contract" });
  await page.getByRole("combobox", { name: "Customer" }).fill("nobody");
  await create.click();
  await expect(page.getByRole("combobox", { name: "Customer" })).toBeFocused();
  await expect(page.getByRole("combobox", { name: "Customer" })).toHaveAccessibleDescription("Choose a customer.");
  await expect(page.getByRole("combobox", { name: "Plan" })).toHaveAccessibleDescription(/Choose a plan\./);

  const { id } = await addCustomer(tenant, "Globex");
  await page.goto(`/production/contracts/new?customer=${id}&plan=${plan.id}`);
  await page.getByLabel("Start", { exact: true }).fill(today());
  await page.getByLabel("End", { exact: true }).fill(today());
  await page.getByRole("radio", { name: "Another amount" }).check();
  await page.getByLabel("Amount", { exact: true }).fill("10.5");
  await create.click();
  await expect(page.getByLabel("Amount", { exact: true })).toHaveAccessibleDescription("JPY has no decimals.");
  await page.getByLabel("Amount", { exact: true }).fill("10");
  await create.click();
  await expect(page.getByLabel("End", { exact: true })).toHaveAccessibleDescription(
    /The end must be after the start\./,
  );
  expect(sent).toBe(0);
});

test("a customer of the other environment in the link is not taken for one of this", async ({ page, organization }) => {
  const { id } = await addCustomer(tenantOf("sandbox", organization), "Globex");
  await page.goto(`/production/contracts/new?customer=${id}`);
  await expect(page.getByRole("combobox", { name: "Customer" })).toHaveAccessibleDescription(
    "That customer does not exist in production.",
  );
});

test("the list is filtered by status and customer, in the URL", async ({ page, organization }) => {
  const tenant = tenantOf("sandbox", organization);
  const globex = await addCustomer(tenant, "Globex", "cust_42");
  const plan = await addSeatPlan(tenant, { name: "Pro" });
  const start = addDays(today(), -40);
  await addContract(tenant, {
    customerId: globex.id,
    planId: plan.id,
    startDate: start,
    endDate: addDays(today(), -5),
  });
  await addContract(tenant, { planId: plan.id, customerId: (await addCustomer(tenant, "Initech")).id });
  await page.goto("/sandbox/contracts");
  const contracts = table(page, "Contracts");
  await expect(contracts.getByRole("row", { name: /Initech/ })).toContainText(/Pro.*Rolling.*Active/);
  await expect(contracts.getByRole("row", { name: /Globex/ })).toContainText("Ended");
  await page.getByLabel("Status").selectOption("Ended or cancelled");
  await expect(page).toHaveURL(/\?status=ended$/);
  await expect(contracts.getByRole("row")).toHaveCount(2);
  await page.getByRole("combobox", { name: "Customer" }).fill("cust_42");
  await page.getByRole("option", { name: "Globex" }).click();
  await expect(page).toHaveURL(new RegExp(`customer=${globex.id}`));
  await page.reload();
  await expect(page.getByRole("button", { name: "Customer: Globex. Clear" })).toBeVisible();
  await page.getByLabel("Status").selectOption("Active");
  await expect(page.getByText("No contracts match these filters.")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(contracts.getByRole("link", { name: "Globex, Pro" })).toBeVisible();
  await contracts.getByRole("link", { name: "Globex, Pro" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Globex");
  await page.getByRole("navigation", { name: "Environment" }).getByRole("link", { name: "Production" }).click();
  await expect(page.getByText("This contract exists in sandbox only.")).toBeVisible();
});

test("a contract that does not exist, and one that cannot be loaded, say so", async ({ page }) => {
  await page.goto("/sandbox/contracts/e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809");
  await expect(page.getByText("This contract does not exist in sandbox.")).toBeVisible();
  await page.route("**/v1/contracts*", (route) =>
    route.fulfill({ status: 503, json: { error: { code: "SERVICE_UNAVAILABLE", message: "Try again later" } } }),
  );
  await page.getByRole("link", { name: "Back to contracts" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The contracts could not be loaded." })).toBeVisible();
});

test.describe("as a viewer", () => {
  test.use({ role: "viewer" });

  test("contracts can be read; what cannot be done says why, and the server refuses it too", async ({
    page,
    organization,
  }) => {
    const reason = "Your role can look but not change contracts. Ask an admin.";
    const { id } = await addContract(tenantOf("sandbox", organization));
    await page.goto("/sandbox/contracts");
    await expect(page.getByRole("button", { name: "Create contract" })).toHaveAccessibleDescription(reason);
    await table(page, "Contracts").getByRole("link").click();
    for (const name of ["Cancel contract…", "Grant credits…", "Edit metadata"]) {
      const button = page.getByRole("button", { name });
      await expect(button).toHaveAttribute("aria-disabled", "true");
      await expect(button).toHaveAccessibleDescription(reason);
    }
    const headers = { Origin: new URL(page.url()).origin };
    const data = { cancelAt: "end_of_period" };
    const byHand = await page.request.post(`/api/sandbox/v1/contracts/${id}/cancel`, { data, headers });
    expect(byHand.status()).toBe(403);
  });
});
