import type { Page, Route } from "playwright/test";
import { addContract } from "../support/contracts";
import { addCustomer, tenantOf } from "../support/people";
import { acceptedBatch, storeBatches } from "../support/sent-usage";
import { expect, test } from "../support/tenancy";

const table = (page: Page) => page.getByRole("table", { name: "Customers" });

test("the search is in the URL; without a match it says so and can be cleared", async ({ page, organization }) => {
  const tenant = tenantOf("sandbox", organization);
  await addCustomer(tenant, "Globex", "cust_42");
  await addCustomer(tenant, "Initech", "cust_43");
  await page.goto("/sandbox/customers");
  const search = page.getByRole("searchbox", { name: "Search name or external id" });
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await search.fill("cust_42");
  await expect(page).toHaveURL(/\?q=cust_42$/);
  await expect(table(page).getByRole("row")).toHaveCount(2);
  await page.reload();
  await expect(table(page).getByRole("link", { name: "Globex" })).toBeVisible();
  await search.fill("nothing like it");
  await expect(page.getByText("No customers match these filters.")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(table(page).getByRole("row")).toHaveCount(3);
  await expect(search).toHaveValue("");
});

test("Older shows the rest with none repeated, also after a customer is added in between, and Newer leads back", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  for (let number = 1; number <= 30; number++) await addCustomer(tenant, `Customer ${number}`);
  await page.goto("/sandbox/customers");
  const links = table(page).getByRole("link");
  await expect(links).toHaveCount(25);
  const first = await links.allTextContents();
  await addCustomer(tenant, "Latecomer");
  await page.getByRole("button", { name: "Older" }).click();
  await expect(links).toHaveCount(5);
  const second = await links.allTextContents();
  expect(new Set([...first, ...second]).size).toBe(30);
  await page.reload();
  await expect(links).toHaveCount(5);
  await page.getByRole("button", { name: "Newer" }).click();
  await expect(links.first()).toHaveText("Latecomer");
});

test("a list that cannot be loaded says so with its request id, tries again, and does not wait for its figures", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const { id } = await addCustomer(tenant, "Globex");
  await addContract(tenant, { customerId: id });
  await storeBatches(tenant, [
    acceptedBatch(tenant, Array(2).fill(JSON.stringify({ eventName: "api_call", customerId: id }))),
  ]);
  const error = { message: "Request validation failed", code: "VALIDATION_ERROR", requestId: "req_broken" };
  const refuse = (route: Route) => route.fulfill({ status: 400, json: { error } });
  await page.route("**/dashboard/customers*", refuse);
  let answerEvents = () => {};
  const mayAnswer = new Promise<void>((resolve) => {
    answerEvents = resolve;
  });
  await page.route("**/dashboard/customers/events*", (route) => mayAnswer.then(() => route.continue()));
  await page.goto("/sandbox/customers");
  const alert = page.getByRole("alert").filter({ hasText: "The customers could not be loaded." });
  await expect(alert).toContainText("req_broken");
  await page.unroute("**/dashboard/customers*");
  await alert.getByRole("button", { name: "Try again" }).click();
  const globex = table(page).getByRole("row", { name: /^Globex/ });
  await expect(globex.getByRole("cell", { name: "1", exact: true })).toBeVisible();
  await expect(globex.getByRole("cell", { name: "…" })).toBeVisible();
  answerEvents();
  await expect(globex.getByRole("cell", { name: "2 events" })).toBeVisible();
  await page.route("**/dashboard/customers/events*", refuse);
  await page.reload();
  await expect(globex.getByRole("cell", { name: "Unknown" })).toBeVisible();
  await expect(globex.getByRole("cell", { name: "1", exact: true })).toBeVisible();
});
