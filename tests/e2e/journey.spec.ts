import type { Page } from "playwright/test";
import { test as browserTest, expect } from "../support/browser";
import { type Product, removeDataDirectory, startProduct } from "../support/product";
import { expectAccessible } from "../support/sound-screen";

const test = browserTest.extend<object, { fresh: Product }>({
  fresh: [
    async ({ browserName: _ }, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
      removeDataDirectory(product.dataDirectory);
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

// The set-up of a new installation is open to its own machine without a code, and this test plays that visitor.
test.use({ behindProxy: false });

test("a newcomer sets up, mints, uses, rotates and revokes a key, and finds nothing of it in production", async ({
  page,
  fresh,
}) => {
  test.setTimeout(120_000);
  const origin = fresh.dashboardUrl;
  const call = (secret: string, base = fresh.sandboxApiUrl) =>
    page.request.get(`${base}/v1/me`, { headers: { Authorization: `Bearer ${secret}` } });

  await page.goto(origin);
  await expect(page).toHaveURL(/\/setup$/);
  await expectAccessible(page);
  await page.getByLabel("Your name").fill("Grace Hopper");
  await page.getByLabel("Email").fill("grace@example.com");
  await page.getByLabel("Password", { exact: true }).fill("a long enough password");
  await page.getByLabel("Organization").fill("Acme");
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(page).toHaveURL(/\/sandbox\/settings\/api-keys$/);

  await page.getByRole("link", { name: "Create key" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Billing worker");
  await page.getByRole("radio", { name: /Read only/ }).check();
  await page.getByRole("button", { name: "Create sandbox key" }).click();
  const first = await storeSecret(page, async (secret) => {
    expect((await call(secret)).status()).toBe(200);
    await expect(page.getByText(/First request received from .*: GET \/v1\/me 200/)).toBeVisible();
  });
  await expect(page.getByRole("heading", { level: 1, name: "Billing worker" })).toBeVisible();

  await page.getByRole("button", { name: "Rotate…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Rotate key" }).click();
  const second = await storeSecret(page, async (secret) => {
    expect((await call(secret)).status()).toBe(200);
    expect((await call(first)).status()).toBe(200);
  });
  await page.getByRole("button", { name: "Finish now" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Finish rotation" }).click();
  await expect(page.getByText(/^Old secret refused everywhere since .* servers confirmed in \d+ ms\.$/)).toBeVisible();
  expect((await call(first)).status()).toBe(401);
  expect((await call(second)).status()).toBe(200);

  await page.getByRole("button", { name: "Revoke…" }).click();
  await page.getByRole("alertdialog").getByRole("radio", { name: "No longer needed" }).check();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText(/Refused everywhere since .* (\d) of \1 servers confirmed in \d+ ms\./)).toBeVisible();
  const refused = await call(second);
  expect(refused.status()).toBe(401);
  expect((await refused.json()).error.message).toBe("API key has been revoked");
  await page.getByRole("button", { name: "Done" }).click();

  expect((await (await call(second, fresh.productionApiUrl)).json()).error.message).toBe("Invalid API key");
  await page.goto(`${origin}/production/settings/api-keys`);
  await expect(page.getByText("No keys in production yet.")).toBeVisible();
  await page.goto(`${origin}/setup`);
  await expect(page).not.toHaveURL(/\/setup/);
});

/** Reads the secret in the open dialog, does what one does with it, and closes the dialog as the reader should. */
async function storeSecret(page: Page, use: (secret: string) => Promise<void>): Promise<string> {
  const dialog = page.getByRole("dialog", { name: "Store this secret now" });
  await dialog.getByRole("button", { name: "Show secret" }).click();
  const secret = /mk_test_[0-9a-f]{48}/.exec((await dialog.textContent()) ?? "")?.[0] ?? "";
  expect(secret).not.toBe("");
  await use(secret);
  await dialog.getByRole("checkbox", { name: "I have stored this key" }).check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  return secret;
}
