import { revokeApiKey } from "@/lib/operations/revoke-api-key";
import { daysFromNow, mint, names, row, table } from "../support/key-list";
import { actorNamed, tenantOf, unknownSecretOf } from "../support/people";
import { expect, test } from "../support/tenancy";

test("the table has its columns, and an empty list offers a key and a curl command", async ({
  page,
  env,
  organization,
}) => {
  await page.goto("/production/settings/api-keys");
  await expect(page).toHaveTitle("API keys · Production · Mintkey");
  await expect(page.getByText("No keys in production yet.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Create key" }).first()).toBeVisible();
  const command = page.getByRole("region", { name: "curl command" });
  await expect(command).toContainText(`${process.env.MINTKEY_TEST_PRODUCTION_API_URL}/v1/me`);
  await mint({ env, organization, environment: "production" }, "Billing worker");
  await page.reload();
  for (const column of ["Name", "Key", "Scopes", "Status", "Last used", "Expires", "Created by"]) {
    await expect(table(page).getByRole("columnheader", { name: column, exact: true })).toBeVisible();
  }
});

test("last use is shown after one request, with address, route and agent", async ({
  page,
  env,
  organization,
  address,
  callApi,
}) => {
  const { secret } = await mint({ env, organization }, "Billing worker");
  await page.goto("/sandbox/settings/api-keys");
  await expect(row(page, "Billing worker")).toContainText("Never used");
  expect((await callApi("sandbox", "/v1/me", secret)).status()).toBe(200);
  const lastUse = row(page, "Billing worker").getByRole("time").filter({ hasText: "just now" });
  await expect(lastUse).toBeVisible();
  await lastUse.hover();
  const tooltip = page.getByRole("tooltip");
  for (const fact of [address, "GET /v1/me 200", "Mozilla"]) await expect(tooltip).toContainText(fact);
});

test("the hint is copied, and said to be", async ({ page, env, organization, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await mint({ env, organization, environment: "production" }, "Billing worker");
  await page.goto("/production/settings/api-keys");
  await page.getByRole("button", { name: "Copy hint of Billing worker" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Hint copied" })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^mk_live_[0-9a-f]{4}…[0-9a-f]{4}$/);
});

test("the order is in the URL, stays after a reload and is undone by Back", async ({ page, env, organization }) => {
  await mint({ env, organization }, "Later", { expiresAt: daysFromNow(50) });
  await mint({ env, organization }, "Sooner", { expiresAt: daysFromNow(20) });
  await mint({ env, organization }, "Never", { expiresAt: null });
  await page.goto("/sandbox/settings/api-keys?sort=-name");
  await expect.poll(() => names(page)).toEqual(["Sooner", "Never", "Later"]);
  const head = table(page).getByRole("columnheader", { name: "Expires" });
  await head.getByRole("button").click();
  await expect(page).toHaveURL(/\?sort=expires$/);
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(() => names(page)).toEqual(["Sooner", "Later", "Never"]);
  await page.reload();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await page.goBack();
  await expect(page).toHaveURL(/\?sort=-name$/);
  await expect.poll(() => names(page)).toEqual(["Sooner", "Never", "Later"]);
});

test("Older shows 25 others with none repeated, also after a key is created in between, and Newer leads back", async ({
  page,
  env,
  organization,
}) => {
  for (let n = 0; n < 60; n++) await mint({ env, organization }, `Worker ${n}`);
  await page.goto("/sandbox/settings/api-keys?sort=-created");
  await expect(page.getByText("60 keys", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Newer" })).toHaveAccessibleDescription("This is the first page.");
  await expect(table(page).getByRole("rowheader")).toHaveCount(25);
  const first = await names(page);
  await mint({ env, organization }, "In between");
  await page.getByRole("button", { name: "Older" }).click();
  await expect(row(page, "Worker 34")).toBeVisible();
  const second = await names(page);
  expect(first).toHaveLength(25);
  expect(second).toHaveLength(25);
  expect(second.filter((name) => first.includes(name))).toEqual([]);
  await page.reload();
  await page.getByRole("button", { name: "Newer" }).click();
  await expect(row(page, "In between")).toBeVisible();
});

test("the search is in the URL; without a match it says so and can be cleared", async ({ page, env, organization }) => {
  await mint({ env, organization }, "Billing worker", { note: "runs in Frankfurt" });
  await mint({ env, organization }, "Reports");
  await page.goto("/sandbox/settings/api-keys");
  const search = page.getByRole("searchbox", { name: "Search name, note or hint" });
  await search.fill("frankfurt");
  await expect(page).toHaveURL(/\?q=frankfurt$/);
  await expect.poll(() => names(page)).toEqual(["Billing worker"]);
  await search.fill("nothing like that");
  await expect(page.getByText("No keys match these filters.")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(table(page).getByRole("rowheader")).toHaveCount(2);
  await expect(search).toHaveValue("");
});

test("a whole key in the search leaves only its hint in the URL, and no request holds it", async ({
  page,
  env,
  organization,
}) => {
  const secret = unknownSecretOf("production");
  await mint({ env, organization }, "Billing worker");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.goto("/sandbox/settings/api-keys");
  const search = page.getByRole("searchbox");
  await search.fill(secret);
  await expect(page.getByText("That is a whole key. Searched for its hint only.")).toBeVisible();
  await expect(search).toHaveValue("mk_live_0123…784b");
  await expect(page.getByText("No keys match these filters.")).toBeVisible();
  expect(decodeURIComponent(page.url())).toContain("?q=mk_live_0123…784b");
  expect(sent.filter((request) => decodeURIComponent(request).includes(secret))).toEqual([]);
});

test("revoked keys are announced, and shown on request", async ({ page, env, organization }) => {
  const { key } = await mint({ env, organization }, "First experiment");
  await mint({ env, organization }, "Billing worker");
  await revokeApiKey(
    tenantOf("sandbox", organization),
    actorNamed("Tests"),
    key.id,
    { reason: "UNUSED", note: "" },
    new Date(),
  );
  await page.goto("/sandbox/settings/api-keys");
  await expect.poll(() => names(page)).toEqual(["Billing worker"]);
  await expect(page.getByText("1 revoked key is hidden.")).toBeVisible();
  await page.getByRole("button", { name: "Show revoked" }).click();
  await expect(row(page, "First experiment").getByRole("cell", { name: "Revoked" })).toBeVisible();
  await expect(row(page, "Billing worker")).toBeVisible();
});

test("what needs attention is counted, and each link shows exactly those keys", async ({ page, env, organization }) => {
  const place = { env, organization, environment: "production" } as const;
  await page.goto("/production/settings/api-keys");
  await expect(page.getByText("No keys in production yet.")).toBeVisible();
  const region = page.getByRole("region", { name: "Needs attention" });
  await expect(region).toBeHidden();
  await mint(place, "Fine");
  await mint(place, "Old", { now: daysFromNow(-100) });
  await mint(place, "Older", { now: daysFromNow(-200) });
  await mint(place, "Ends soon", { expiresAt: daysFromNow(10) });
  await mint(place, "Almighty", { scopes: ["*"] });
  await page.reload();
  const expected = {
    "2 unused for 90 days": ["Old", "Older"],
    "2 due for rotation": ["Old", "Older"],
    "1 expires within 14 days": ["Ends soon"],
    "1 with full access": ["Almighty"],
  };
  await expect(region.getByRole("link")).toHaveText(Object.keys(expected));
  for (const [link, found] of Object.entries(expected)) {
    await region.getByRole("link", { name: link }).click();
    await expect(region.getByRole("link", { name: link })).toHaveAttribute("aria-current", "true");
    await expect.poll(async () => (await names(page)).sort()).toEqual(found);
  }
});

test("the filters narrow the list, stand as chips and in the URL, and survive the switch of the environment", async ({
  page,
  env,
  organization,
}) => {
  await mint({ env, organization }, "Sender");
  await mint({ env, organization }, "Reader", { scopes: ["customers:read"], expiresAt: daysFromNow(5) });
  await page.goto("/sandbox/settings/api-keys");
  await page.getByRole("button", { name: "Status", exact: true }).click();
  await page.getByRole("checkbox", { name: "Expiring soon" }).check();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\?status=expiring$/);
  await expect.poll(() => names(page)).toEqual(["Reader"]);
  await page.getByRole("navigation", { name: "Environment" }).getByRole("link", { name: "Production" }).click();
  await expect(page).toHaveURL(/\/production\/settings\/api-keys\?status=expiring$/);
  await page.goBack();
  await page.getByRole("button", { name: "Remove filter Status: Expiring soon" }).click();
  await expect(table(page).getByRole("rowheader")).toHaveCount(2);
});

test("a list that cannot be loaded says so with its request id, and tries again", async ({
  page,
  env,
  organization,
}) => {
  await mint({ env, organization }, "Billing worker");
  const error = { message: "Something went wrong", code: "VALIDATION_ERROR", requestId: "req_broken" };
  await page.route("**/dashboard/api-keys?*", (route) => route.fulfill({ status: 400, json: { error } }));
  await page.goto("/sandbox/settings/api-keys");
  const alert = page.getByRole("alert").filter({ hasText: "The keys could not be loaded." });
  await expect(alert).toContainText("req_broken");
  await page.unroute("**/dashboard/api-keys?*");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(row(page, "Billing worker")).toBeVisible();
});
