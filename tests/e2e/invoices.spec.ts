import type { Page } from "playwright/test";
import { addFinalInvoice, addPaidInvoice } from "../support/billing";
import { tenantOf } from "../support/people";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";
import { addTieredInvoice } from "../support/tiered-invoice";

const table = (page: Page, name: string) => page.getByRole("table", { name, exact: true });
const action = (page: Page, name: string) => page.getByRole("button", { name });

test("an empty list says where invoices come from", async ({ page }) => {
  await page.goto("/sandbox/invoices");
  await expect(
    page.getByText("No invoices in sandbox yet. They come from contracts, one for each period."),
  ).toBeVisible();
  await page.getByRole("link", { name: "Go to contracts" }).click();
  await expect(page.getByRole("heading", { name: "Contracts", level: 1 })).toBeVisible();
});

test("the list shows the API's own statuses, totals and days, and is filtered in the URL", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const { customerId, contractId } = await addFinalInvoice(tenant);
  await page.goto("/sandbox/invoices");
  const invoices = table(page, "Invoices");
  await expect(invoices.getByRole("row")).toHaveCount(4);
  const final = invoices.getByRole("row", { name: /INV-/ });
  await expect(final).toContainText(/INV-\d{4}-000001.*Globex.*In Progress.*USD 22\.00/);
  await page.getByLabel("Status").selectOption("In Progress");
  await expect(page).toHaveURL(/\?status=In(\+|%20)Progress$/);
  await expect(invoices.getByRole("row")).toHaveCount(2);
  await page.getByLabel("Created from (UTC)").fill("2999-01-01");
  await expect(page.getByText("No invoices match these filters.")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(invoices.getByRole("row")).toHaveCount(4);
  await page.goto(`/sandbox/invoices?customer=${customerId}&contract=${contractId}`);
  await expect(page.getByRole("button", { name: "Customer: Globex. Clear" })).toBeVisible();
  await page.getByRole("button", { name: "Remove filter Contract: Pro" }).click();
  await expect(page).not.toHaveURL(/contract=/);
});

test("a line shows its exact unit price, and opens into its tiers", async ({ page, organization }) => {
  const { id } = await addTieredInvoice(tenantOf("sandbox", organization));
  await page.goto(`/sandbox/invoices/${id}`);
  const lines = table(page, "Lines");
  await expect(lines.getByRole("row", { name: /API calls/ })).toContainText(/1,000.*0\.09375.*USD 93\.75/);
  const toggle = page.getByRole("button", { name: "Tiers of API calls" });
  await toggle.press("Enter");
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  const tiers = table(page, "Tiers").getByRole("row");
  await expect(tiers.nth(1)).toHaveText(/1 to 100\s*100\s*0\.10\s*0\.00\s*10\.00/);
  await expect(tiers.nth(2)).toHaveText(/101 and above\s*900\s*0\.0875\s*5\.00\s*83\.75/);
  await toggle.press("Enter");
  await expect(table(page, "Tiers")).toBeHidden();
});

test("credits are seen as lines, in the totals and in the credit report", async ({ page, organization }) => {
  const { id } = await addFinalInvoice(tenantOf("sandbox", organization));
  await page.goto(`/sandbox/invoices/${id}`);
  await expect(table(page, "Lines").getByRole("row", { name: /Credits applied/ })).toContainText("USD -3.00");
  await expect(page.getByLabel("Totals")).toContainText(
    /Before creditsUSD 25\.00Credits appliedUSD -3\.00TotalUSD 22\.00/,
  );
  await expect(table(page, "Credit report")).toContainText(/API calls.*USD 3\.00/);
});

test("an amount that no floating point number holds is shown to its last digit", async ({ page, organization }) => {
  const tenant = tenantOf("sandbox", organization);
  const invoice = await addTieredInvoice(tenant);
  await page.route("**/v1/invoices/*", async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replace(/"totalCents":\d+/, '"totalCents":9007199254740993001');
    await route.fulfill({ response: answer, body: text });
  });
  await page.goto(`/sandbox/invoices/${invoice.id}`);
  await expect(page.getByText("USD 90,071,992,547,409,930.01").first()).toBeVisible();
});

test("an invoice is marked as paid and refunded, and each step that is not open says why", async ({
  page,
  organization,
}) => {
  const { id, invoiceNumber } = await addFinalInvoice(tenantOf("sandbox", organization));
  await page.goto(`/sandbox/invoices/${id}`);
  await expect(action(page, "Refund…")).toHaveAccessibleDescription("An In Progress invoice cannot be refunded.");
  await action(page, "Mark as paid…").click();
  const dialog = page.getByRole("alertdialog", { name: `Mark ${invoiceNumber} as paid?` });
  await expect(dialog).toContainText("USD 22.00");
  await dialog.getByRole("button", { name: "Mark as paid" }).click();
  await expect(dialog).toBeHidden();
  await expect(action(page, "Mark as paid…")).toHaveAccessibleDescription("A Paid invoice cannot be marked as paid.");
  await expect(action(page, "Cancel invoice…")).toHaveAccessibleDescription("A Paid invoice cannot be cancelled.");
  await action(page, "Refund…").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Refund invoice" }).click();
  await expect(action(page, "Refund…")).toHaveAccessibleDescription("A Refunded invoice cannot be refunded.");
});

test("a cancelled invoice gives its credits back", async ({ page, organization }) => {
  const { id, contractId } = await addFinalInvoice(tenantOf("sandbox", organization));
  await page.goto(`/sandbox/invoices/${id}`);
  await action(page, "Cancel invoice…").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel invoice" }).click();
  await expect(action(page, "Cancel invoice…")).toHaveAccessibleDescription("A Cancelled invoice cannot be cancelled.");
  await page.goto(`/sandbox/contracts/${contractId}`);
  await expect(table(page, "Ledger")).toContainText(/Given back, invoice.*USD 3\.00/);
});

test("in production the invoice's number has to be typed, and a refusal is shown in the dialog", async ({
  page,
  organization,
}) => {
  const { id, invoiceNumber } = await addPaidInvoice(tenantOf("production", organization));
  await page.goto(`/production/invoices/${id}`);
  await action(page, "Refund…").click();
  const dialog = page.getByRole("alertdialog");
  const confirm = dialog.getByRole("button", { name: "Refund invoice in production" });
  await expect(confirm).toHaveAccessibleDescription(`Type ${invoiceNumber} to confirm.`);
  await dialog.getByLabel(`Type ${invoiceNumber} to confirm`).fill(invoiceNumber ?? "");
  await page.route("**/refund", (route) =>
    route.fulfill({
      status: 409,
      json: { error: { code: "CONFLICT", message: "A Refunded invoice cannot be refunded" } },
    }),
  );
  await confirm.click();
  await expect(dialog.getByRole("alert")).toContainText("A Refunded invoice cannot be refunded");
  await page.unroute("**/refund");
  await confirm.click();
  await expect(dialog).toBeHidden();
});

for (const [role, environment, reason] of [
  ["viewer", "sandbox", "Your role can look but not change invoices. Ask an admin."],
  ["developer", "production", "In production only admins and owners change invoices. Ask an admin."],
] as const) {
  test.describe(`as a ${role} in ${environment}`, () => {
    test.use({ role });

    test("invoices can be read; what cannot be done says why, and the server refuses it too", async ({
      page,
      organization,
    }) => {
      const { id } = await addFinalInvoice(tenantOf(environment, organization));
      await page.goto(`/${environment}/invoices`);
      await table(page, "Invoices").getByRole("link", { name: /INV-/ }).click();
      for (const name of ["Mark as paid…", "Cancel invoice…", "Refund…"]) {
        await expect(action(page, name)).toHaveAttribute("aria-disabled", "true");
        await expect(action(page, name)).toHaveAccessibleDescription(reason);
      }
      const headers = { Origin: new URL(page.url()).origin };
      const byHand = await page.request.post(`/api/${environment}/dashboard/invoices/${id}/cancel`, { headers });
      expect(byHand.status()).toBe(403);
    });
  });
}

for (const environment of ["sandbox", "production"] as const) {
  test.describe(`in ${environment}, accessible in both themes and never scrolling sideways`, () => {
    test("are the list of invoices, one of them and its dialog", async ({ page, organization }) => {
      const { id } = await addTieredInvoice(tenantOf(environment, organization), 3);
      await page.goto(`/${environment}/invoices`);
      await expect(table(page, "Invoices").getByRole("link", { name: /INV-/ })).toBeVisible();
      await expectSoundScreen(page);
      await page.goto(`/${environment}/invoices/${id}`);
      await page.getByRole("button", { name: "Tiers of API calls" }).click();
      await expect(table(page, "Tiers")).toBeVisible();
      await expectSoundScreen(page);
      await action(page, "Cancel invoice…").click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectSoundScreen(page);
    });
  });
}

test("an invoice that does not exist says so, and switching the environment leads to the list", async ({
  page,
  organization,
}) => {
  await page.goto("/sandbox/invoices/e41d6a7b-8c90-4d1e-a2f3-b4c5d6e7f809");
  await expect(page.getByText("This invoice does not exist in sandbox.")).toBeVisible();
  const { id } = await addFinalInvoice(tenantOf("sandbox", organization));
  await page.goto(`/sandbox/invoices/${id}`);
  await page.getByRole("navigation", { name: "Environment" }).getByRole("link", { name: "Production" }).click();
  await expect(page.getByText("This invoice exists in sandbox only.")).toBeVisible();
});

test("g t and g i lead to contracts and invoices", async ({ page }) => {
  await page.goto("/sandbox/customers");
  await expect(page.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { name: "Contracts", level: 1 })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page.getByRole("heading", { name: "Invoices", level: 1 })).toBeVisible();
});
