import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { SECRET_PATTERN } from "@/lib/domain/api-key-secret";
import { environmentStore } from "@/lib/store/connections";
import { addCustomer, mint, tenantOf } from "../support/people";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";

const table = (page: Page) => page.getByRole("table", { name: "Audit log" });
const entries = (page: Page) => table(page).getByRole("rowheader");
const opened = (page: Page) => page.getByRole("region", { name: /^Entry [\d,]+$/ });

/** A call as the page itself makes it. */
async function call(page: Page, method: "POST" | "PATCH", path: string, data?: object) {
  const headers = { Origin: new URL(page.url()).origin };
  const answer = await page.request.fetch(path, { method, data, headers });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()).data;
}

/** What somebody with the database's own password can do: the triggers are theirs to switch off. */
async function editBehindTheProduct(organizationId: string, sequence: number): Promise<void> {
  await environmentStore("sandbox").pool.query(`
    ALTER TABLE audit_events DISABLE TRIGGER USER;
    UPDATE audit_events SET target = jsonb_set(target, '{name}', '"Another"')
      WHERE organization_id = '${organizationId}' AND sequence = ${sequence};
    ALTER TABLE audit_events ENABLE TRIGGER USER;
  `);
}

async function openEntry(page: Page, sentence: string): Promise<void> {
  const row = table(page).getByRole("row").filter({ hasText: sentence });
  await row.getByRole("button", { name: /^Details of entry/ }).click();
}

test("every change to a key is told with actor and reason, and no entry holds a whole key", async ({
  page,
  member,
}) => {
  await page.goto("/sandbox/audit-log");
  const keys = "/api/sandbox/dashboard/api-keys";
  const { id, secret } = await call(page, "POST", keys, {
    name: "Billing worker",
    scopes: ["customers:read"],
    expiresAt: null,
  });
  await call(page, "PATCH", `${keys}/${id}`, { scopes: ["customers:read", "customers:write"] });
  await call(page, "POST", `${keys}/${id}/rotate`, { gracePeriodSeconds: 3600 });
  await call(page, "POST", `${keys}/${id}/rotation/finish`);
  await call(page, "POST", `${keys}/${id}/revoke`, { reason: "LEAKED", note: "Seen in a chat." });
  await page.reload();
  for (const sentence of [
    "revoked Billing worker",
    "finished the rotation of Billing worker",
    "rotated Billing worker",
    "changed the scopes of Billing worker",
    "created Billing worker",
  ]) {
    await openEntry(page, `${member.name} ${sentence}`);
  }
  const revoked = opened(page).filter({ hasText: "Leaked or suspected leak" });
  await expect(revoked).toContainText("Seen in a chat.");
  await expect(opened(page).filter({ hasText: "Added: customers:write" })).toHaveCount(1);
  const shown = await page.content();
  expect(shown).not.toContain(secret);
  expect(shown).not.toMatch(SECRET_PATTERN);

  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Unbroken to entry 5, checked \d\d:\d\d$/ })).toBeVisible();
});

test("an entry shows its time to the millisecond, links its target, and opens to what was before and after", async ({
  page,
}) => {
  await page.goto("/sandbox/audit-log");
  const { id } = await call(page, "POST", "/api/sandbox/v1/customers", { name: "Globex", tags: ["beta", "startup"] });
  await call(page, "PATCH", `/api/sandbox/v1/customers/${id}`, { tags: ["startup", "enterprise"] });
  await page.reload();
  await expect(entries(page).first()).toHaveText(/^\d{1,2} \w{3} \d{4}, \d\d:\d\d:\d\d\.\d{3} UTC/);
  await openEntry(page, "changed the tags of Globex");
  await expect(opened(page)).toContainText("Removed: beta");
  await expect(opened(page)).toContainText("Added: enterprise");
  await expect(opened(page).getByRole("button", { name: "Copy request id" })).toBeVisible();
  await expect(opened(page).getByRole("button", { name: "Copy hash", exact: true })).toBeVisible();
  await table(page).getByRole("link", { name: "Globex" }).first().click();
  await expect(page).toHaveURL(new RegExp(`/sandbox/customers/${id}$`));
});

test("an entry that was changed behind the product's back is named", async ({ page, organization }) => {
  const tenant = tenantOf("sandbox", organization);
  for (const name of ["One", "Two", "Three"]) await addCustomer(tenant, name);
  await editBehindTheProduct(organization.id, 2);
  await page.goto("/sandbox/audit-log");
  await expect(page.getByText(/^Broken: entry 2 does not follow from the one before, checked/)).toBeVisible();
});

test("filters are in the URL, stay after a reload, are undone by Back, and can be cleared", async ({
  page,
  env,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  await addCustomer(tenant, "Globex");
  await mint(env, tenant, { name: "Billing worker" });
  await page.goto("/sandbox/audit-log");
  await expect(entries(page)).toHaveCount(2);
  await page.getByLabel("Action").selectOption("Key created");
  await expect(page).toHaveURL(/\?action=api_key\.created$/);
  await expect(entries(page)).toHaveCount(1);
  await page.reload();
  await expect(entries(page)).toHaveCount(1);
  await page.getByLabel("Who").selectOption("Tests");
  await expect(page).toHaveURL(/actor=Tests/);
  await page.goBack();
  await expect(page).toHaveURL(/\?action=api_key\.created$/);
  await page.getByRole("searchbox").fill("globex");
  await expect(page.getByText("No entries match these filters.")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(page).toHaveURL(/\/audit-log$/);
  await expect(entries(page)).toHaveCount(2);
  await page.getByLabel("To", { exact: true }).fill("2020-01-31");
  await expect(page.getByText("No entries match these filters.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("To", { exact: true })).toHaveValue("2020-01-31");
});

test("one target alone can be followed", async ({ page, organization }) => {
  const tenant = tenantOf("sandbox", organization);
  for (const name of ["Globex", "Initech"]) await addCustomer(tenant, name);
  await page.goto("/sandbox/audit-log");
  await openEntry(page, "created Globex");
  await page.getByRole("button", { name: "Show only this target" }).click();
  await expect(entries(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Remove filter Target: Globex" }).click();
  await expect(entries(page)).toHaveCount(2);
});

test("a whole key in the search leaves only its hint in the URL", async ({ page, env, organization }) => {
  const { secret } = await mint(env, tenantOf("sandbox", organization), { name: "Billing worker" });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/sandbox/audit-log");
  await page.getByRole("searchbox").fill(secret);
  await expect(page.getByText("That is a whole key. Searched for its hint only.")).toBeVisible();
  await expect(page).toHaveURL(/\?q=mk_test_/);
  expect([page.url(), ...asked].join("\n")).not.toContain(secret);
});

test("Older shows others with none repeated, also when an entry is added in between", async ({
  page,
  organization,
}) => {
  const tenant = tenantOf("sandbox", organization);
  for (let number = 1; number <= 30; number++) await addCustomer(tenant, `Customer ${number}`);
  await page.goto("/sandbox/audit-log");
  const targets = table(page).getByRole("link");
  await expect(targets).toHaveCount(25);
  const first = await targets.allTextContents();
  await addCustomer(tenant, "Latecomer");
  await page.getByRole("button", { name: "Older" }).click();
  await expect(targets).toHaveCount(5);
  expect(new Set([...first, ...(await targets.allTextContents())]).size).toBe(30);
  await page.reload();
  await expect(targets).toHaveCount(5);
  await page.getByRole("button", { name: "Newer" }).click();
  await expect(targets.first()).toHaveText("Latecomer");
});

test("an export has exactly what the filters show", async ({ page, env, organization }) => {
  const tenant = tenantOf("sandbox", organization);
  await addCustomer(tenant, "Globex");
  await mint(env, tenant, { name: "Billing worker" });
  await page.goto("/sandbox/audit-log?action=customer.created");
  await expect(entries(page)).toHaveCount(1);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export JSON Lines" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).action)).toEqual(["customer.created"]);
  await expect(page.getByRole("link", { name: "Export CSV" })).toHaveAttribute("href", /format=csv/);
});

test("the organization's own log is a tab of its own, and the same in both environments", async ({ page, member }) => {
  await page.goto("/sandbox/audit-log");
  await expect(page.getByText("No entries in sandbox yet.")).toBeVisible();
  await page.getByRole("tab", { name: "Organization" }).click();
  await expect(page).toHaveURL(/\?chain=organization$/);
  await expect(table(page).getByText(`${member.name} signed in`)).toBeVisible();
  await page.getByRole("navigation", { name: "Environment" }).getByRole("link", { name: "Production" }).click();
  await expect(page).toHaveURL(/\/production\/audit-log\?chain=organization$/);
  await expect(table(page).getByText(`${member.name} signed in`)).toBeVisible();
});

for (const environment of ["sandbox", "production"] as const) {
  test(`the audit log is accessible in both themes in ${environment} and never scrolls sideways`, async ({
    page,
    organization,
  }) => {
    await addCustomer(tenantOf(environment, organization), "Globex ".repeat(30).trim(), "x".repeat(200));
    await page.goto(`/${environment}/audit-log`);
    await openEntry(page, "created Globex");
    await expect(page.getByText("Unbroken to entry 1")).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(`^Audit log · ${environment} · Mintkey$`, "i"));
    await expectSoundScreen(page);
  });
}
