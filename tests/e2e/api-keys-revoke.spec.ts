import type { Page } from "playwright/test";
import type { Environment } from "@/lib/domain/environment";
import { enter } from "../support/browser";
import { choose, mint, names, row } from "../support/key-list";
import { actorNamed, addMember, PASSWORD, signIn } from "../support/people";
import { expectAccessible } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";
import { usedKey } from "../support/used-key";

const RECEIPT = /Refused everywhere since \d\d:\d\d:\d\d\.\d{3}, (\d) of \1 servers confirmed in \d+ ms\./;
const MINUTE_MS = 60_000;

/** Every door of the environment that takes keys refuses the first request after the receipt. */
async function expectRefused(page: Page, environment: Environment, secret: string): Promise<void> {
  const servers = {
    production: process.env.MINTKEY_TEST_PRODUCTION_API_URL,
    sandbox: process.env.MINTKEY_TEST_SANDBOX_API_URL,
  };
  for (const base of [servers[environment], `/api/${environment}`]) {
    const answer = await page.request.get(`${base}/v1/me`, { headers: { Authorization: `Bearer ${secret}` } });
    expect(answer.status()).toBe(401);
    expect((await answer.json()).error.message).toBe("API key has been revoked");
  }
}

test("a production key in use is ended only after its name was typed, and no server accepts it after the receipt", async ({
  page,
  env,
  organization,
  callApi,
}) => {
  const place = { env, organization, environment: "production" } as const;
  const { secret } = await mint(place, "Billing worker");
  await mint(place, "Reports");
  expect((await callApi("production", "/v1/me", secret)).status()).toBe(200);
  await page.goto("/production/settings/api-keys?sort=name");
  await expect(row(page, "Billing worker")).toContainText("just now");
  await choose(page, "Billing worker", "Revoke…");
  const dialog = page.getByRole("alertdialog", { name: "Revoke Billing worker?" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expect(dialog).toContainText("This key is in use. Revoking it stops whatever uses it.");
  await expect(dialog).toContainText(
    /1 request from 1 address in the last hour, last (just now|\d+ seconds? ago|1 minute ago): GET \/v1\/me/,
  );
  await expectAccessible(page);
  const revoke = dialog.getByRole("button", { name: "Revoke key" });
  const field = dialog.getByLabel("Type Billing worker to confirm");
  await field.fill("Billing Worker");
  await expect(revoke).toHaveAttribute("aria-disabled", "true");
  await field.fill("Billing worker");
  await revoke.click();
  await expect(dialog.getByText("Choose a reason.")).toBeVisible();
  await expect(dialog.getByRole("radio").first()).toBeFocused();
  await dialog.getByRole("radio", { name: "Replaced" }).check();
  await revoke.click();

  await expect(page.getByRole("alertdialog").getByRole("status")).toContainText(RECEIPT);
  await expectRefused(page, "production", secret);
  const receipt = page.getByRole("alertdialog", { name: "Billing worker is revoked" });
  await expect(receipt.getByRole("status")).toContainText(/Last accepted request: .*, GET \/v1\/me from /);
  await expectAccessible(page);
  await receipt.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("link", { name: "Reports" })).toBeFocused();
  await expect.poll(() => names(page)).toEqual(["Reports"]);
});

test("Esc leaves everything as it was and returns to the row's menu", async ({ page, env, organization }) => {
  await mint({ env, organization }, "Billing worker");
  await page.goto("/sandbox/settings/api-keys");
  await choose(page, "Billing worker", "Revoke…");
  await expect(page.getByRole("alertdialog")).toContainText("Never used.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Actions for Billing worker" })).toBeFocused();
  await expect(row(page, "Billing worker")).toContainText("Active");
});

test("a refusal says that the key still works, and trying again ends it", async ({ page, env, organization }) => {
  const { secret } = await mint({ env, organization }, "Billing worker");
  await page.goto("/sandbox/settings/api-keys");
  const error = { message: "Too many requests", code: "RATE_LIMITED", requestId: "req_refused" };
  await page.route("**/revoke", (route) => route.fulfill({ status: 429, json: { error } }));
  await choose(page, "Billing worker", "Revoke…");
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("radio", { name: "No longer needed" }).check();
  await dialog.getByRole("button", { name: "Revoke key" }).click();
  await expect(dialog.getByRole("alert")).toContainText("The key was not revoked. It still works.");
  await expect(dialog.getByRole("alert")).toContainText("req_refused");
  await page.unroute("**/revoke");
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByRole("status")).toContainText(RECEIPT);
  await expectRefused(page, "sandbox", secret);
});

test("an answer lost on the way is found out, and ends in the receipt of the call that got through", async ({
  page,
  env,
  organization,
}) => {
  const { secret } = await mint({ env, organization }, "Billing worker");
  await page.goto("/sandbox/settings/api-keys");
  let isFirst = true;
  await page.route("**/revoke", async (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    await route.fetch();
    await route.fulfill({ status: 503, body: "Unavailable" });
  });
  await choose(page, "Billing worker", "Revoke…");
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("radio", { name: "No longer needed" }).check();
  await dialog.getByRole("button", { name: "Revoke key" }).click();
  await expect(dialog.getByRole("status")).toHaveText("We could not confirm it. Checking…");
  await expect(dialog.getByRole("status")).toContainText(RECEIPT);
  await expectRefused(page, "sandbox", secret);
});

test("no question waits for the request log, and a server that stayed silent is named in the receipt", async ({
  page,
  env,
  organization,
}) => {
  await usedKey(env, organization);
  await page.goto("/sandbox/settings/api-keys");
  await page.route("**/usage?*", () => {});
  await page.route("**/revoke", async (route) => {
    const response = await route.fetch();
    const { data } = await response.json();
    const receipt = { ...data.receipt, serversConfirmed: 1, serversExpected: 2, elapsedMs: 2_010, confirmedMs: 8 };
    await route.fulfill({ response, json: { data: { ...data, receipt } } });
  });
  await choose(page, "Billing worker", "Revoke…");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(/Last used .* from 203\.0\.113\.7: GET \/v1\/customers/);
  await dialog.getByRole("radio", { name: "No longer needed" }).check();
  await dialog.getByRole("button", { name: "Revoke key" }).click();
  await expect(dialog.getByRole("status")).toContainText(
    /Refused everywhere since [\d:.]{12}\. 1 of 2 servers confirmed in 8 ms; the other stopped using its memory when its lease ended\./,
  );
});

test("three keys are revoked together with one receipt, and all three are refused", async ({
  page,
  env,
  organization,
}) => {
  const place = { env, organization, environment: "production" } as const;
  const minted = [await mint(place, "One"), await mint(place, "Two"), await mint(place, "Three")];
  await mint(place, "Four");
  await page.goto("/production/settings/api-keys");
  for (const name of ["One", "Two", "Three"]) await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page.getByRole("region", { name: "3 selected" }).getByRole("button", { name: "Revoke…" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("list", { name: "Keys to revoke" }).getByRole("listitem")).toHaveCount(3);
  await dialog.getByRole("radio", { name: "Leaked or suspected leak" }).check();
  const revoke = dialog.getByRole("button", { name: "Revoke 3 production keys" });
  await expect(revoke).toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel("Type 3 to confirm").fill("3");
  await revoke.click();
  await expect(dialog.getByRole("status")).toContainText(
    /3 keys refused everywhere since [\d:.]{12}, (\d) of \1 servers/,
  );
  await expect(dialog.getByRole("list", { name: "Receipt of each key" }).getByRole("listitem")).toHaveCount(3);
  for (const { secret } of minted) await expectRefused(page, "production", secret);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect.poll(() => names(page)).toEqual(["Four"]);
});

test("revoking all keys of a member lists and ends exactly those, after password and organization name", async ({
  page,
  env,
  organization,
  member,
  context,
}) => {
  const place = { env, organization, environment: "production" } as const;
  const left = await addMember(env, organization, "developer");
  const by = actorNamed(left.name, left.id);
  const theirs = [await mint(place, "Theirs 1", { by }), await mint(place, "Theirs 2", { by })];
  await mint(place, "Ours", { by: actorNamed(member.name, member.id) });
  await enter(context, (await signIn(env, member, true, new Date(Date.now() - 20 * MINUTE_MS))).cookie);
  await page.goto("/production/settings/api-keys");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Revoke all…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("radio", { name: "Created by a member" }).check();
  await dialog.getByLabel("Member", { exact: true }).selectOption({ label: `${left.name} (2 keys)` });
  const list = dialog.getByRole("list", { name: "Keys to revoke" });
  await expect(list.getByRole("listitem")).toHaveText([/Theirs/, /Theirs/]);
  await dialog.getByRole("radio", { name: "Person left" }).check();
  await dialog.getByLabel(`Type ${organization.name} to confirm`).fill(organization.name);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Revoke 2 production keys" }).click();

  const stepUp = page.getByRole("dialog", { name: "Confirm it is you" });
  await stepUp.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await stepUp.getByRole("button", { name: "Confirm password" }).click();
  await expect(dialog.getByRole("status")).toContainText("2 keys refused everywhere since");
  for (const { secret } of theirs) await expectRefused(page, "production", secret);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect.poll(() => names(page)).toEqual(["Ours"]);
});
