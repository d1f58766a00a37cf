import type { Page } from "playwright/test";
import { addFinalInvoice, invoicesOf } from "../support/billing";

import { tenantOf } from "../support/people";
import { expectAccessible } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";
import { addTieredInvoice } from "../support/tiered-invoice";

const table = (page: Page, name: string) => page.getByRole("table", { name, exact: true });

test("printed, an invoice is black on white without navigation, fits its paper and says that sandbox is none", async ({
  page,
  organization,
}) => {
  const { id } = await addTieredInvoice(tenantOf("sandbox", organization), 45);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/sandbox/invoices/${id}`);
  await expect(page.getByText("SANDBOX, NOT AN INVOICE")).toBeHidden();
  await expect(table(page, "Lines").getByRole("row")).toHaveCount(47);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByText("SANDBOX, NOT AN INVOICE")).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  expect(
    await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return { backgroundColor, color };
    }),
  ).toEqual({ backgroundColor: "rgb(255, 255, 255)", color: "rgb(0, 0, 0)" });
  const paper = page.getByRole("article").getByRole("table");
  await expect(paper.getByRole("rowgroup").first()).toHaveCSS("display", "table-header-group");
  const withTotal = paper.getByRole("rowgroup").last();
  await expect(withTotal).toContainText(/Seat 45.*Total/);
  await expect(withTotal).toHaveCSS("break-inside", "avoid");
  await expect(paper.getByRole("row", { name: "Seat 7 " })).toHaveCSS("break-inside", "avoid");
  // The room between the margins of A4 and of Letter.
  for (const [paper, widthPx] of [
    ["A4", 673],
    ["Letter", 695],
  ] as const) {
    await page.setViewportSize({ width: widthPx, height: 1000 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), paper).toBeLessThanOrEqual(widthPx);
  }
  await expectAccessible(page);
});

test("printed in production, an invoice has no warning, and a draft says that it is none", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("production", organization);
  const { id, contractId, invoiceNumber } = await addFinalInvoice(tenant);
  const draft = (await invoicesOf(tenant, contractId)).find(({ status }) => status === "Drafted");
  await page.goto(`/production/invoices/${id}`);
  await expect(table(page, "Lines")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("article")).toContainText(`${invoiceNumber}`);
  await expect(page.getByText("NOT AN INVOICE")).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await page.goto(`/production/invoices/${draft?.id}`);
  await expect(table(page, "Lines")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("DRAFT, NOT AN INVOICE")).toBeVisible();
});
