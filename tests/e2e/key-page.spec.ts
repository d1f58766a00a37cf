import type { Page } from "playwright/test";
import { otherEnvironment } from "@/lib/domain/environment";
import { environmentName } from "@/lib/format";
import { expect, test } from "../support/browser";
import { leaveReveal, readSecret } from "../support/reveal";
import { expectAccessible, expectSoundScreen } from "../support/sound-screen";

const keyPath = (environment: "production" | "sandbox", id: string) => `/${environment}/settings/api-keys/${id}`;

async function openKey(page: Page, key: { environment: "production" | "sandbox"; id: string; name: string }) {
  await page.goto(keyPath(key.environment, key.id));
  await expect(page.getByRole("heading", { level: 1, name: key.name })).toBeVisible();
}

const RECEIPT = /everywhere since \d\d:\d\d:\d\d\.\d{3}\./;

for (const environment of ["production", "sandbox"] as const) {
  test(`a key's page in ${environment} names key, environment, status and use in the wrong environment, and is accessible`, async ({
    page,
    mint,
    callApi,
    dashboard,
    address,
  }) => {
    const key = await mint(environment, { note: "In the deployment secrets." });
    const other = otherEnvironment(environment);
    for (let calls = 0; calls < 3; calls++) expect((await callApi(other, "/v1/me", key.secret)).status()).toBe(401);
    const foreignUse = `/api/${environment}/dashboard/api-keys/${key.id}/foreign-use`;
    await expect.poll(async () => (await (await dashboard("GET", foreignUse)).json()).data.requests).toBe(3);
    await openKey(page, key);
    await expect(page.getByRole("main")).toContainText(
      `Sent to ${other} 3 times in 24 hours, last from ${address}. ${environmentName(other)} refused it.`,
    );
    await expect(page.getByText("A production key is in use in a sandbox client.")).toBeVisible({
      visible: environment === "production",
    });
    await expect(page).toHaveTitle(new RegExp(`^${key.name} · API keys · ${environment} · Mintkey$`, "i"));
    await expect(page.getByRole("main")).toContainText("Active");
    await expect(page.getByRole("main")).toContainText(key.hint);
    await expect(page.getByRole("region", { name: "Settings" })).toContainText("In the deployment secrets.");
    await expect(page.getByRole("region", { name: "Facts" })).toContainText(
      "No request yet. Secret lost? Rotate the key.",
    );
    await expectSoundScreen(page);
    await page.getByRole("link", { name: "Show requests" }).click();
    await expect(page).toHaveURL(new RegExp(`/${other}/requests\\?status=401&address=${address}&refused=true$`));
    await expect(page.getByRole("table", { name: "Requests" }).getByRole("rowheader")).toHaveCount(3);
  });
}

test("a key that does not exist leads back to the list", async ({ page, owner: _ }) => {
  await page.goto(keyPath("sandbox", crypto.randomUUID()));
  await expect(page.getByRole("heading", { level: 1, name: "Key not found" })).toBeVisible();
  await page.getByRole("link", { name: "Show all API keys" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
});

test("a scope taken away is refused from the next request on, with a receipt", async ({ page, mint, callApi }) => {
  const key = await mint("sandbox", { scopes: ["customers:read", "usage:read"] });
  expect((await callApi("sandbox", "/v1/customers", key.secret)).status()).toBe(200);
  await openKey(page, key);
  await page.getByRole("button", { name: "Edit scopes" }).click();
  await page.getByRole("radiogroup", { name: "customers" }).getByRole("radio", { name: "None" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Scopes changed/)).toHaveText(RECEIPT);
  const refused = await callApi("sandbox", "/v1/customers", key.secret);
  expect(refused.status()).toBe(403);
  expect((await refused.json()).error.message).toBe("API key does not have the required permission: customers:read");
});

test("name, expiry and IP rules are edited in place, shutting out a caller asks first, and the history tells it all", async ({
  page,
  mint,
  callApi,
  dashboard,
  address,
}) => {
  const key = await mint("sandbox", { name: "Before", note: "" });
  expect((await callApi("sandbox", "/v1/me", key.secret)).status()).toBe(200);
  const lastUsed = async () =>
    (await (await dashboard("GET", `/api/sandbox/dashboard/api-keys/${key.id}`)).json()).data.lastUsed;
  await expect.poll(lastUsed).not.toBeNull();
  await openKey(page, key);
  const save = page.getByRole("button", { name: "Save" });

  await page.getByRole("button", { name: "Edit name" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.getByLabel("Name", { exact: true }).fill("After");
  await save.click();
  await expect(page.getByText("Name changed.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "After" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit name" })).toBeFocused();

  await page.getByRole("button", { name: "Edit expiry" }).click();
  await page.getByRole("radio", { name: "Never" }).check();
  await save.click();
  await expect(page.getByText(/^Expiry changed/)).toHaveText(RECEIPT);

  await page.getByRole("button", { name: "Edit IP rules" }).click();
  await page.getByLabel("IP rules").fill("203.0.113.0/24");
  await save.click();
  const question = page.getByRole("alertdialog", { name: `Shut out ${address}?` });
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await question.getByRole("button", { name: "Save IP rules" }).click();
  await expect(page.getByText(/^IP rules changed/)).toHaveText(RECEIPT);
  expect((await callApi("sandbox", "/v1/me", key.secret)).status()).toBe(403);

  await page.getByRole("tab", { name: "History" }).click();
  await expect(page).toHaveURL(/\?tab=history$/);
  const changes = page.getByRole("list", { name: "History" }).getByRole("article");
  await expect(changes).toHaveCount(4);
  await expect(changes.first()).toContainText("Ada changed this key");
  await expect(changes.first()).toContainText(/Any address.*203\.0\.113\.0\/24/s);
  await expect(changes.nth(2)).toContainText(/Before.*After/s);
  await page.reload();
  await expect(page.getByRole("tab", { name: "History" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("tab", { name: "Overview" }).click();
  await expect(page).not.toHaveURL(/tab=/);
  await page.goBack();
  await expect(page.getByRole("tab", { name: "History" })).toHaveAttribute("aria-selected", "true");
});

test("cancelling an edit changes nothing", async ({ page, mint }) => {
  const key = await mint("sandbox", { note: "As it was." });
  await openKey(page, key);
  await page.getByRole("button", { name: "Edit note" }).click();
  await page.getByLabel("Note").fill("Something else");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("region", { name: "Settings" })).toContainText("As it was.");
  await expect(page.getByRole("button", { name: "Edit note" })).toBeFocused();
});

test("of two tabs that edit one key the second is told who was faster, and overwrites nothing", async ({
  page,
  mint,
  dashboard,
}) => {
  const key = await mint("sandbox", { name: "Shared" });
  const other = await page.context().newPage();
  for (const tab of [page, other]) {
    await openKey(tab, key);
    await tab.getByRole("button", { name: "Edit name" }).click();
  }
  await page.getByLabel("Name", { exact: true }).fill("First");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "First" })).toBeVisible();

  await other.getByLabel("Name", { exact: true }).fill("Second");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText(/^Ada changed this key \d+ seconds ago\. Review the changes\.$/)).toBeVisible();
  const path = `/api/sandbox/dashboard/api-keys/${key.id}`;
  expect((await (await dashboard("GET", path)).json()).data.name).toBe("First");
  await other.getByRole("button", { name: "Reload" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "First" })).toBeVisible();
  await expect(other.getByRole("button", { name: "Edit name" })).toBeVisible();
  await other.close();
});

test("settings copied to production make another key with another secret", async ({ page, mint, callApi }) => {
  const scopes = ["customers:read", "usage:write"] as const;
  const key = await mint("sandbox", { name: "Copied", scopes: [...scopes], allowedIps: ["203.0.113.0/24"] });
  await openKey(page, key);
  await page.getByRole("button", { name: "Actions for Copied" }).click();
  await page.getByRole("menuitem", { name: "Copy settings to production" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Create production key" })).toBeVisible();
  await expect(
    page.getByText("Settings copied from a sandbox key. This makes a new key with a new secret."),
  ).toBeVisible();
  await expect(page.getByText("Production servers often have other addresses.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Summary" }).getByText(/:(read|write)$/)).toHaveText([...scopes]);

  await page.getByLabel("IP rules").fill("");
  await page.getByRole("button", { name: "Create production key" }).click();
  const secret = await readSecret(page);
  expect((await callApi("production", "/v1/me", secret)).status()).toBe(200);
  await leaveReveal(page);
  await expect(page).toHaveURL(/\/production\/settings\/api-keys\/[0-9a-f-]{36}$/);
  expect(page.url()).not.toContain(key.id);
});

test("a revoked key shows by whom, keeps its name editable, and offers a replacement", async ({
  page,
  mint,
  dashboard,
}) => {
  const key = await mint("sandbox", { name: "Ended" });
  await dashboard("POST", `/api/sandbox/dashboard/api-keys/${key.id}/revoke`, { reason: "REPLACED" });
  await openKey(page, key);
  await expect(page.getByText(/^Revoked .* by Ada\. Every server refuses it\.$/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Rotate…" })).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("button", { name: "Edit scopes" })).toHaveAccessibleDescription(
    "This key is revoked. Only name and note can change.",
  );
  await expect(page.getByRole("button", { name: "Edit name" })).not.toHaveAttribute("aria-disabled", "true");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Create a replacement" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ended");
  await expect(page.getByRole("radio", { name: "Read only" })).toBeChecked();
});
