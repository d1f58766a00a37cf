import type { Page } from "playwright/test";
import { logRequests } from "../support/logged-requests";
import { mint, tenantOf } from "../support/people";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";
import { usedKey } from "../support/used-key";

const table = (page: Page) => page.getByRole("table", { name: "Requests" });
const rows = (page: Page) => table(page).getByRole("rowheader");
const check = (page: Page, name: string) => page.getByRole("list", { name: "Checks" }).getByLabel(name);

test("a request is listed with key, status and address, and a refusal says which check failed and what to do", async ({
  page,
  env,
  organization,
  callApi,
  address,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const { secret } = await mint(env, tenant, { name: "Billing worker", scopes: ["usage:write"] });
  await page.goto("/sandbox/requests");
  await expect(page.getByText("No requests in sandbox yet.")).toBeVisible();
  const refused = await callApi("sandbox", "/v1/customers?limit=3", secret);
  expect(refused.status()).toBe(403);
  await expect(async () => {
    await page.reload();
    await expect(rows(page)).toHaveCount(1);
  }).toPass();
  await expect(table(page)).toContainText("Billing worker");
  await expect(table(page)).toContainText("403 Refused");
  await expect(table(page)).toContainText(address);
  await expect(table(page)).not.toContainText("limit");
  await table(page).getByRole("link", { name: "GET /v1/customers" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "GET /v1/customers" })).toBeVisible();
  await expect(check(page, "Address: passed")).toBeVisible();
  await expect(check(page, "Scope: failed")).toContainText(
    "API key does not have the required permission: customers:read",
  );
  await expect(check(page, "Input: not reached")).toBeVisible();

  await page.getByRole("link", { name: "Add scope customers:read" }).click();
  const customers = page.getByRole("radiogroup", { name: "customers" });
  await expect(customers.getByRole("radio", { name: "Read" })).toBeChecked();
  expect((await callApi("sandbox", "/v1/customers", secret)).status()).toBe(403);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Scopes changed everywhere since/)).toBeVisible();
  await expect(page).not.toHaveURL(/edit=/);
  expect((await callApi("sandbox", "/v1/customers", secret)).status()).toBe(200);
});

test("filters are in the URL, stay after a reload, are undone by Back, and can be cleared", async ({
  page,
  env,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  const { key } = await mint(env, tenant, { name: "Billing worker" });
  await logRequests(tenant, [
    { key, route: "/v1/customers" },
    { key, route: "/v1/customers", status: 404, errorCode: "NOT_FOUND", address: "198.51.100.9" },
    { key, route: "/v1/me", status: 403, failedCheck: "address", errorCode: "FORBIDDEN" },
  ]);
  await page.goto("/sandbox/requests");
  await expect(rows(page)).toHaveCount(3);
  await page.getByLabel("Status").selectOption("4xx all");
  await expect(page).toHaveURL(/\?status=4xx$/);
  await expect(rows(page)).toHaveCount(2);
  // The box follows the URL, which follows the click.
  await page.getByLabel("Refused only").click();
  await expect(page.getByLabel("Refused only")).toBeChecked();
  await expect(rows(page)).toHaveCount(1);
  await page.reload();
  await expect(page.getByLabel("Refused only")).toBeChecked();
  await expect(rows(page)).toHaveCount(1);
  await page.goBack();
  await expect(rows(page)).toHaveCount(2);
  await page.getByLabel("Address").fill("198.51.100.0/24");
  await expect(page).toHaveURL(/address=198\.51\.100\.0\/24/);
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel("Endpoint").selectOption("GET /v1/me");
  await expect(page.getByText("No requests match these filters.")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(page).toHaveURL(/\/requests$/);
  await expect(rows(page)).toHaveCount(3);
});

test("live, new requests appear by themselves, and wait while somebody reads", async ({
  page,
  env,
  organization,
  callApi,
}) => {
  const { secret } = await mint(env, tenantOf("sandbox", organization), { name: "Billing worker" });
  await callApi("sandbox", "/v1/me", secret);
  await page.goto("/sandbox/requests?live=true");
  await expect(page.getByRole("switch", { name: "Live" })).toBeChecked();
  await expect(rows(page)).toHaveCount(1);
  await callApi("sandbox", "/v1/customers", secret);
  await expect(rows(page)).toHaveCount(2);
  await rows(page).first().hover();
  await callApi("sandbox", "/v1/plans", secret);
  await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  // By keyboard: the mouse still reads, and would end that by leaving the table for the button.
  await page.getByRole("button", { name: "1 new" }).press("Enter");
  await expect(rows(page)).toHaveCount(3);
  await expect(table(page).getByRole("link", { name: "GET /v1/plans" })).toBeVisible();
});

test("a request id explains a request without a known key, and shows its checks alone", async ({ page, callApi }) => {
  const answer = await callApi("sandbox", "/v1/customers", "mk_test_0123456789abcdef0123456789abcdef0123456726b768ad");
  const { requestId } = (await answer.json()).error;
  await page.goto("/sandbox/requests");
  await page.getByRole("button", { name: "Explain a request id…" }).click();
  await page.getByRole("textbox", { name: "Request id" }).fill("two words");
  await page.getByRole("button", { name: "Explain request" }).click();
  await expect(page.getByText("A request id has 1 to 64 letters, digits, dots, dashes and colons.")).toBeVisible();
  await page.getByRole("textbox", { name: "Request id" }).fill(requestId);
  await page.getByRole("button", { name: "Explain request" }).click();
  await expect(page).toHaveURL(new RegExp(`/requests/${requestId}$`));
  await expect(async () => {
    await page.reload();
    await expect(check(page, "Known key: failed")).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(page.getByText("belongs to nobody. Only its checks are shown.")).toBeVisible();
  await page.goto("/sandbox/requests/req_that_never_was");
  await expect(page.getByText("This request does not exist in sandbox.")).toBeVisible();
});

test("a log that cannot be read says so in its place", async ({ page }) => {
  const message = "Service is temporarily unavailable. Please retry.";
  const body = { error: { message, code: "SERVICE_UNAVAILABLE", requestId: "req_9f2c4b1e7a60d385" } };
  await page.route("**/dashboard/requests?*", (route) => route.fulfill({ status: 503, json: body }));
  await page.goto("/sandbox/requests");
  await expect(page.getByRole("alert").filter({ hasText: "The requests could not be loaded." })).toContainText(message);
  await page.unroute("**/dashboard/requests?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("No requests in sandbox yet.")).toBeVisible();
});

for (const environment of ["sandbox", "production"] as const) {
  test(`the log of requests is accessible in both themes in ${environment} and never scroll sideways`, async ({
    page,
    env,
    organization,
  }) => {
    const { key } = await usedKey(env, organization, environment);
    const requestId = "long.".repeat(12);
    await logRequests(tenantOf(environment, organization), [
      {
        key,
        requestId,
        method: "DELETE",
        route: "/v1/contracts/{contractId}/credits/promotional/grant",
        status: 500,
        errorCode: "INTERNAL_ERROR",
        errorMessage: "Something went wrong on our side",
        address: "2001:db8:1111:2222:3333:4444:5555:6666",
        userAgent: "x".repeat(200),
        durationUs: 12_345_678,
      },
    ]);
    await page.goto(`/${environment}/requests`);
    await expect(rows(page)).toHaveCount(25);
    await expect(page).toHaveTitle(new RegExp(`^Requests · ${environment} · Mintkey$`, "i"));
    await expectSoundScreen(page);
    await page.goto(`/${environment}/requests/${requestId}`);
    await expect(check(page, "Input: passed")).toBeVisible();
    await expectSoundScreen(page);
  });
}
