import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { outliveSecret } from "../support/passing-time";
import { leaveReveal, readSecret } from "../support/reveal";
import { expectAccessible } from "../support/sound-screen";

type Key = { id: string; environment: string; name: string };

async function openKey(page: Page, { environment, id, name }: Key): Promise<void> {
  await page.goto(`/${environment}/settings/api-keys/${id}`);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Through the dialog, as a person does it. Answers with the new secret. */
async function rotate(page: Page, grace: string): Promise<string> {
  await page.getByRole("button", { name: "Rotate…" }).click();
  await page.getByRole("dialog").getByRole("radio", { name: grace }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Rotate key" }).click();
  const secret = await readSecret(page);
  await leaveReveal(page);
  return secret;
}

const region = (page: Page) => page.getByRole("region", { name: "Rotation" });

test("the choice of a grace shows what will happen when", async ({ page, mint }) => {
  const key = await mint("sandbox", { name: "Chooser", expiresAt: new Date(Date.now() + 7_200_000).toISOString() });
  await openKey(page, key);
  await page.getByRole("button", { name: "Rotate…" }).click();
  const dialog = page.getByRole("dialog", { name: "Rotate Chooser" });
  await expect(dialog.getByRole("radio", { name: "24 hours" })).toBeChecked();
  await expect(dialog.getByText("Now: a new secret works and is shown once.")).toBeVisible();
  await expect(dialog.getByText(/^Until \w{3} \d+ \w{3}, \d\d:\d\d: both work\.$/)).toBeVisible();
  await expect(dialog.getByRole("radio", { name: "6 hours" })).toHaveAccessibleDescription("Ends with the key");
  await expect(dialog.getByRole("radio", { name: "1 hour" })).toHaveAccessibleDescription("");
  await expectAccessible(page);
  await dialog.getByRole("radio", { name: "Now", exact: true }).check();
  await expect(dialog.getByText("The old secret is refused everywhere before the new one is shown.")).toBeVisible();
  await expect(dialog.getByText(/both work/)).toBeHidden();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Rotate…" })).toBeFocused();
});

test("with a grace both secrets work, and another rotation has to wait", async ({ page, mint, callApi }) => {
  const key = await mint("sandbox");
  await openKey(page, key);
  const fresh = await rotate(page, "24 hours");
  for (const secret of [key.secret, fresh]) expect((await callApi("sandbox", "/v1/me", secret)).status()).toBe(200);
  await expect(page.getByText("New secret works. Old one ends in 24 h.")).toBeVisible();
  for (const secret of [key.secret, fresh]) {
    await expect(region(page)).toContainText(`${secret.slice(0, 12)}…${secret.slice(-4)}`);
  }
  await expect(region(page)).toContainText(/Old secret ends in (24 h|23 h 5\d min)/);
  for (const secret of ["new secret", "old secret"]) {
    const bars = region(page).getByRole("group", { name: `Requests per hour, ${secret}` });
    await expect(bars.getByRole("button", { name: /: 1 sent$/ })).toHaveCount(1);
  }
  await expect(region(page)).toContainText(/(Requests, last hour1Requests, 24 h1.*){2}/);
  await expect(page.getByRole("table", { name: "Secrets" }).getByRole("row")).toHaveCount(3);
  await expect(page.getByRole("button", { name: "Rotate…" })).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("button", { name: "Rotate…" })).toHaveAccessibleDescription(
    "Finish the current rotation first.",
  );
  await expectAccessible(page);
});

test("without a grace the old secret is refused before the new one is shown", async ({ page, mint, callApi }) => {
  const key = await mint("production");
  expect((await callApi("production", "/v1/me", key.secret)).status()).toBe(200);
  await openKey(page, key);
  await page.getByRole("button", { name: "Rotate…" }).click();
  await page.getByRole("dialog").getByRole("radio", { name: "Now", exact: true }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Rotate key" }).click();
  const fresh = await readSecret(page);
  expect((await callApi("production", "/v1/me", key.secret)).status()).toBe(401);
  expect((await callApi("production", "/v1/me", fresh)).status()).toBe(200);
  await leaveReveal(page);
  await expect(region(page)).toBeHidden();
});

test("finishing refuses the old secret from the next request on", async ({ page, mint, callApi }) => {
  const key = await mint("sandbox");
  await openKey(page, key);
  const fresh = await rotate(page, "1 hour");
  expect((await callApi("sandbox", "/v1/me", key.secret)).status()).toBe(200);
  await page.getByRole("button", { name: "Finish now" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("Old secret: 1 request in the last hour.");
  await page.getByRole("alertdialog").getByRole("button", { name: "Finish rotation" }).click();
  await expect(page.getByText(/^Old secret refused everywhere since/)).toHaveText(
    /(\d) of \1 servers confirmed in \d+ ms\.$/,
  );
  expect((await callApi("sandbox", "/v1/me", key.secret)).status()).toBe(401);
  expect((await callApi("sandbox", "/v1/me", fresh)).status()).toBe(200);
  await expect(region(page)).toBeHidden();
  await page.getByRole("button", { name: "Show ended" }).click();
  await expect(page.getByRole("table", { name: "Secrets" }).getByRole("row")).toHaveCount(3);
});

test("rolling back refuses the new secret and keeps the old one", async ({ page, mint, callApi }) => {
  const key = await mint("production");
  await openKey(page, key);
  const fresh = await rotate(page, "1 hour");
  for (let calls = 0; calls < 3; calls++) expect((await callApi("production", "/v1/me", fresh)).status()).toBe(200);
  await expect(region(page)).toContainText(/Requests, last hour3/);
  await page.getByRole("button", { name: "Roll back…" }).click();
  await expect(page.getByRole("alertdialog")).toContainText(
    "The old secret becomes the only one. The new one, used 3 times, is refused everywhere.",
  );
  await page.getByRole("alertdialog").getByRole("button", { name: "Roll back rotation" }).click();
  await expect(page.getByText(/^New secret refused everywhere since/)).toBeVisible();
  const refused = await callApi("production", "/v1/me", fresh);
  expect(refused.status()).toBe(401);
  expect((await refused.json()).error.message).toBe("API key has been revoked");
  expect((await callApi("production", "/v1/me", key.secret)).status()).toBe(200);
});

test("extending moves the end of the old secret, and no earlier end can be chosen", async ({ page, mint }) => {
  const key = await mint("sandbox");
  await openKey(page, key);
  await rotate(page, "1 hour");
  await page.getByRole("button", { name: "Extend…" }).click();
  const dialog = page.getByRole("dialog", { name: "Extend the rotation" });
  await expect(dialog.getByRole("radio", { name: "15 minutes" })).toBeDisabled();
  await expect(dialog.getByRole("radio", { name: "15 minutes" })).toHaveAccessibleDescription(
    "The old secret already ends later.",
  );
  await dialog.getByRole("radio", { name: "7 days" }).check();
  await dialog.getByRole("button", { name: "Extend rotation" }).click();
  await expect(page.getByText(/^Old secret works until .* Changed everywhere since/)).toBeVisible();
  await expect(region(page)).toContainText(/Old secret ends in (7 d|6 d 23 h)/);
});

test("a rotation whose end has passed is finished by itself, and its old secret is refused", async ({
  page,
  mint,
  dashboard,
  callApi,
}) => {
  const key = await mint("sandbox");
  const path = `/api/sandbox/dashboard/api-keys/${key.id}/rotate`;
  const rotated = (await (await dashboard("POST", path, { gracePeriodSeconds: 900 })).json()).data;
  await outliveSecret("sandbox", rotated.secrets[1].id);
  await openKey(page, key);
  await expect(region(page)).toBeHidden();
  await expect(page.getByText(/^Rotation finished .*\. Old secret never used\.$/)).toBeVisible();
  const refused = await callApi("sandbox", "/v1/me", key.secret);
  expect(refused.status()).toBe(401);
  expect((await refused.json()).error.message).toBe("API key has expired");
  expect((await callApi("sandbox", "/v1/me", rotated.secret)).status()).toBe(200);
});
