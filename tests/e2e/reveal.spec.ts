import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { leaveReveal, readSecret, revealDialog, WHOLE_SECRET } from "../support/reveal";
import { expectAccessible } from "../support/sound-screen";

const run = promisify(execFile);

async function createKey(page: Page, environment: "production" | "sandbox", name = "Revealed"): Promise<void> {
  await page.goto(`/${environment}/settings/api-keys/new?name=${name}&preset=read-only`);
  await page.getByRole("button", { name: `Create ${environment} key` }).click();
  await expect(revealDialog(page)).toBeVisible();
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.beforeEach(async ({ owner: _, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test("the secret is in the page only while it is shown", async ({ page }) => {
  await createKey(page, "production");
  await expect(revealDialog(page).getByRole("button", { name: "Copy secret" })).toBeFocused();
  expect(await page.content()).not.toMatch(WHOLE_SECRET);
  await expectAccessible(page);
  await revealDialog(page).getByRole("button", { name: "Show secret" }).click();
  await expect(revealDialog(page)).toContainText(WHOLE_SECRET);
  await revealDialog(page).getByRole("button", { name: "Hide secret" }).click();
  await expect(revealDialog(page)).not.toContainText(WHOLE_SECRET);
  expect(await page.content()).not.toMatch(WHOLE_SECRET);
  await leaveReveal(page);
});

test("the copied secret opens this environment and not the other", async ({ page, callApi }) => {
  await createKey(page, "production");
  await revealDialog(page).getByRole("button", { name: "Copy secret" }).click();
  const secret = await clipboard(page);
  expect((await callApi("production", "/v1/me", secret)).status()).toBe(200);
  expect((await callApi("sandbox", "/v1/me", secret)).status()).toBe(401);
  await leaveReveal(page);
});

test("the curl command works as copied, also while the key in it is masked, and every language names the base URL", async ({
  page,
}) => {
  await createKey(page, "sandbox");
  const dialog = revealDialog(page);
  await dialog.getByRole("button", { name: "Copy curl command" }).click();
  const { stdout } = await run("bash", ["-c", `${await clipboard(page)} -s -o /dev/null -w '%{http_code}'`]);
  expect(stdout).toBe("200");
  for (const language of ["curl", "TypeScript", "Python"]) {
    await dialog.getByRole("tab", { name: language }).click();
    await expect(dialog.getByRole("tabpanel")).toContainText(`${process.env.MINTKEY_TEST_SANDBOX_API_URL}/v1/me`);
    await expect(dialog.getByRole("tabpanel")).not.toContainText(WHOLE_SECRET);
  }
  await leaveReveal(page);
});

test("the downloaded file holds the working key and the addresses of its environment", async ({ page, callApi }) => {
  await createKey(page, "production");
  const downloading = page.waitForEvent("download");
  await revealDialog(page).getByRole("button", { name: "Download .env" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe("mintkey-production.env");
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\n");
  const [secret = "", apiUrl, eventsUrl] = lines.map((line) => line.slice(line.indexOf("=") + 1));
  expect(lines.map((line) => line.split("=")[0])).toEqual(["MINTKEY_API_KEY", "MINTKEY_API_URL", "MINTKEY_EVENTS_URL"]);
  expect(apiUrl).toBe(process.env.MINTKEY_TEST_PRODUCTION_API_URL);
  expect(eventsUrl).toMatch(/^http/);
  expect((await callApi("production", "/v1/me", secret)).status()).toBe(200);
  await leaveReveal(page);
});

test("the first request shows up by itself", async ({ page, callApi, address }) => {
  await createKey(page, "sandbox");
  const line = revealDialog(page).getByRole("status");
  await expect(line).toHaveText("Waiting for the first request…");
  const secret = await readSecret(page);
  await callApi("sandbox", "/v1/me", secret);
  await expect(line).toHaveText(`First request received from ${address}: GET /v1/me 200`);
  await leaveReveal(page);
});

test("until the box is ticked every way out asks first, and the secret stays the same", async ({ page }) => {
  await createKey(page, "sandbox");
  const secret = await readSecret(page);
  await expect(revealDialog(page).getByRole("button", { name: "Done" })).toHaveAttribute("aria-disabled", "true");
  await expect(revealDialog(page).getByRole("button", { name: "Done" })).toHaveAccessibleDescription(
    "Tick the box first",
  );
  const question = page.getByRole("alertdialog", { name: "Close without storing the secret?" });
  const waysOut = [
    () => page.mouse.click(5, 5),
    () => page.keyboard.press("Escape"),
    () => page.evaluate(() => window.history.back()),
    () => page.evaluate(() => window.history.back()),
  ];
  for (const leave of waysOut) {
    await leave();
    await expect(question.getByRole("button", { name: "Keep it open" })).toBeFocused();
    await question.getByRole("button", { name: "Keep it open" }).click();
    await expect(question).toBeHidden();
    await expect(revealDialog(page)).toContainText(secret);
  }
  const asked = page.waitForEvent("dialog");
  const reloading = page.reload({ timeout: 3_000 }).catch(() => {});
  const warning = await asked;
  expect(warning.type()).toBe("beforeunload");
  await warning.dismiss();
  await reloading;
  await expect(revealDialog(page)).toContainText(secret);
  await leaveReveal(page);
});

test("closing anyway leads to the key, whose page tells how to get a new secret", async ({ page }) => {
  await createKey(page, "sandbox", "Abandoned");
  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").getByRole("button", { name: "Close anyway" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Abandoned" })).toBeVisible();
  await expect(page.getByText("No request yet. Secret lost? Rotate the key.")).toBeVisible();
});

test("after Done the secret is nowhere in the browser, and Back does not bring it back", async ({ page }) => {
  const flag = await page.addInitScript(() => Reflect.set(window, "__mintkeyTest", true));
  await createKey(page, "production");
  const secret = await readSecret(page);
  await leaveReveal(page);
  await expect(page.getByRole("heading", { level: 1, name: "Revealed" })).toBeVisible();
  expect(await everythingKept(page)).not.toContain(secret);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Create production key" })).toBeVisible();
  await expect(revealDialog(page)).toBeHidden();
  expect(await everythingKept(page)).not.toContain(secret);
  await flag.dispose();
});

test("shortcuts and the command palette are off while a secret is on screen", async ({ page }) => {
  await createKey(page, "sandbox");
  await page.keyboard.press("Control+K");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await leaveReveal(page);
});

/** Whatever a page can leave behind: markup, address, history, storages, cookies, databases and the caches of queries. */
async function everythingKept(page: Page): Promise<string> {
  const cookies = JSON.stringify(await page.context().cookies());
  const kept = await page.evaluate(async () => {
    const client = window.__queryClient;
    const databases = await indexedDB.databases();
    return JSON.stringify([
      document.documentElement.outerHTML,
      [...document.querySelectorAll("input, textarea")].map((field) => Reflect.get(field, "value")),
      window.location.href,
      window.history.state,
      { ...localStorage },
      { ...sessionStorage },
      databases,
      client
        ? client
            .getQueryCache()
            .getAll()
            .map((query) => query.state)
        : "no query client",
      client
        ?.getMutationCache()
        .getAll()
        .map((mutation) => mutation.state),
    ]);
  });
  expect(kept).not.toContain("no query client");
  return cookies + kept;
}
