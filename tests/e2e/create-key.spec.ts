import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { outlivePasswordConfirmation } from "../support/passing-time";
import { leaveReveal, revealDialog } from "../support/reveal";
import { expectAccessible } from "../support/sound-screen";

const formPath = (environment: "production" | "sandbox", query = "") => `/${environment}/settings/api-keys/new${query}`;

const summary = (page: Page) => page.getByRole("region", { name: "Summary" });
const createButton = (page: Page) => page.getByRole("button", { name: /^Create (production|sandbox) key$/ });

test.beforeEach(async ({ owner: _, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

for (const environment of ["production", "sandbox"] as const) {
  test(`creating a key names ${environment} and offers no other environment`, async ({ page }) => {
    await page.goto(formPath(environment));
    await expect(page.getByRole("heading", { level: 1, name: `Create ${environment} key` })).toBeVisible();
    await expect(createButton(page)).toHaveAccessibleName(`Create ${environment} key`);
    const form = page.getByRole("form", { name: `Create ${environment} key` });
    await expect(form.getByRole("radio", { name: /production|sandbox/i })).toHaveCount(0);
    await expect(form.getByRole("combobox", { name: /environment/i })).toHaveCount(0);
    await expectAccessible(page);
  });
}

test("a key may do nothing until something is chosen, and a preset chooses exactly its scopes", async ({ page }) => {
  await page.goto(formPath("production"));
  await expect(page.getByRole("radiogroup", { name: "Access" }).getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByLabel("Name", { exact: true }).fill("Sender");
  await createButton(page).click();
  await expect(page.getByText("Choose what this key may do.")).toBeVisible();

  await page.getByRole("radio", { name: "Send usage" }).check();
  await expect(page.getByRole("radiogroup", { name: "usage" }).getByRole("radio", { name: "Write" })).toBeChecked();
  for (const resource of ["customers", "invoices", "contracts", "plans", "meters", "pricing"]) {
    await expect(page.getByRole("radiogroup", { name: resource }).getByRole("radio", { name: "None" })).toBeChecked();
  }
  await expect(summary(page).getByText(/:(read|write)$/)).toHaveText(["usage:write"]);
  await expect(page.getByText("Choose what this key may do.")).toBeHidden();
});

test("a choice without a scope cannot be made and says why", async ({ page }) => {
  await page.goto(formPath("sandbox"));
  const write = page.getByRole("radiogroup", { name: "invoices" }).getByRole("radio", { name: "Write" });
  await expect(write).toBeDisabled();
  await expect(write).toHaveAccessibleDescription("No scope for this exists.");
});

test("changing the matrix makes the choice Custom, and its head sets a column", async ({ page }) => {
  await page.goto(formPath("sandbox"));
  await page.getByRole("radio", { name: "Read only" }).check();
  await page.getByRole("radiogroup", { name: "plans" }).getByRole("radio", { name: "Both" }).check();
  await expect(page.getByRole("radiogroup", { name: "Access" }).getByRole("radio", { name: "Custom" })).toBeChecked();
  await page.getByRole("button", { name: "Write for every resource" }).click();
  await expect(summary(page).getByText(/:(read|write)$/)).toHaveCount(6);
  await expect(summary(page).getByText("invoices:read")).toBeHidden();
});

test("full access and a key without end are warned of, and 30 days is the default", async ({ page }) => {
  await page.goto(formPath("production"));
  await expect(page.getByRole("radio", { name: "30 days" })).toBeChecked();
  await page.getByRole("radio", { name: "Full access" }).check();
  await expect(
    page.getByText("Full access can read and change everything in production. Choose narrower scopes if you can."),
  ).toBeVisible();
  await expect(page.getByRole("radiogroup", { name: "customers" })).toBeHidden();
  await page.getByRole("radio", { name: "Never" }).check();
  await expect(
    page.getByText("This key works until someone revokes it. Most keys do fine with 90 days."),
  ).toBeVisible();
});

test("a slip in an IP rule is named with what was probably meant", async ({ page, address }) => {
  await page.goto(formPath("sandbox"));
  const rules = page.getByLabel("IP rules");
  await rules.fill("203.0.113.7/24");
  await rules.blur();
  await expect(rules).toHaveAccessibleDescription(/Host bits are set\. Use 203\.0\.113\.0\/24\?/);
  await page.getByRole("button", { name: "Use 203.0.113.0/24" }).click();
  await expect(rules).toHaveValue("203.0.113.0/24");
  await expect(rules).not.toHaveAttribute("aria-invalid", "true");

  await rules.fill("2001:db8::/48");
  await expect(rules).not.toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Name", { exact: true }).fill("Bound");
  await page.getByRole("radio", { name: "Read only" }).check();
  await rules.fill("300.1.1.1");
  await createButton(page).click();
  await expect(rules).toBeFocused();
  await expect(rules).toHaveAccessibleDescription(/300\.1\.1\.1 must be an IPv4 or IPv6 address/);

  await rules.fill("0.0.0.0/0");
  await expect(page.getByText("0.0.0.0/0: Matches every address.")).toBeVisible();
  await page.getByRole("button", { name: "Add my current address" }).click();
  await expect(rules).toHaveValue(`0.0.0.0/0\n${address}`);
  await expect(page.getByText("This is your browser's address. Your server's may differ.")).toBeVisible();
});

test("a link fills the form, says so, lists what it left out, and sends nothing", async ({ page }) => {
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" && request.url().includes("/dashboard/")) writes.push(request.url());
  });
  await page.goto(
    formPath(
      "sandbox",
      "?name=Linked&note=From+a+link&scopes=customers:read,frobs:read,usage:write&expires=90d&ip=203.0.113.0/24,300.1.1.1",
    ),
  );
  await expect(page.getByText("A link filled in this form. Check it before you create the key.")).toBeVisible();
  await expect(page.getByText(/Left out.*scope frobs:read, IP rule 300\.1\.1\.1/)).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Linked");
  await expect(page.getByLabel("Note")).toHaveValue("From a link");
  await expect(summary(page).getByText(/:(read|write)$/)).toHaveText(["customers:read", "usage:write"]);
  await expect(page.getByRole("radio", { name: "90 days" })).toBeChecked();
  await expect(page.getByLabel("IP rules")).toHaveValue("203.0.113.0/24");
  expect(writes).toEqual([]);
});

test("the address bar is a link to the form at all times, and the environment switch keeps every value", async ({
  page,
}) => {
  await page.goto(formPath("sandbox"));
  await page.getByLabel("Name", { exact: true }).fill("Carried over");
  await page.getByRole("radio", { name: "Send usage" }).check();
  await page.getByRole("radio", { name: "7 days", exact: true }).check();
  await expect(page).toHaveURL(/\?name=Carried\+over&preset=send-usage&expires=7d$/);
  await page.getByRole("navigation", { name: "Environment" }).getByRole("link", { name: "Production" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Create production key" })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Carried over");
  await expect(page.getByRole("radio", { name: "Send usage" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "7 days", exact: true })).toBeChecked();
  await expect(page.getByText("A link filled in this form.")).toBeHidden();
});

test("a whole key in name or note is refused and never reaches the address bar or the server", async ({
  page,
  mint,
}) => {
  const { secret } = await mint("sandbox");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.goto(formPath("sandbox"));
  await page.getByLabel("Name", { exact: true }).fill(secret);
  await page.getByLabel("Note").fill(`It is ${secret}`);
  await page.getByRole("radio", { name: "Read only" }).check();
  await createButton(page).click();
  const refusal = "This contains a secret key. Everyone in the organization can read this field.";
  await expect(page.getByText(refusal)).toHaveCount(2);
  await expect(page).toHaveURL(/\?preset=read-only$/);
  expect(sent.filter((request) => request.includes(secret))).toEqual([]);
});

test("a name in use is noted and may be used again", async ({ page, mint }) => {
  const { name } = await mint("sandbox");
  await page.goto(formPath("sandbox"));
  await page.getByLabel("Name", { exact: true }).fill(name);
  await expect(page.getByText("Another key has this name.")).toBeVisible();
  await page.getByRole("radio", { name: "Read only" }).check();
  await createButton(page).click();
  await expect(revealDialog(page)).toBeVisible();
  await leaveReveal(page);
});

test("production asks for an old password anew, keeps the form, goes on by itself, and sandbox never asks", async ({
  page,
  dashboard,
  owner,
}) => {
  const { sessionId } = (await (await dashboard("GET", "/api/production/dashboard/viewer")).json()).data;
  await outlivePasswordConfirmation(sessionId);
  await page.goto(formPath("sandbox", "?name=Free&preset=read-only"));
  await createButton(page).click();
  await expect(revealDialog(page)).toBeVisible();
  await leaveReveal(page);

  await page.goto(formPath("production", "?name=Guarded&preset=read-only"));
  await createButton(page).click();
  const question = page.getByRole("dialog", { name: "Confirm it is you" });
  await expect(question.getByLabel("Password", { exact: true })).toBeFocused();
  await question.getByLabel("Password", { exact: true }).fill("not the password");
  await question.getByRole("button", { name: "Confirm password" }).click();
  await expect(question.getByLabel("Password", { exact: true })).toHaveAccessibleDescription("Password is not right");
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Guarded");
  await expect(page.getByRole("radio", { name: "Read only" })).toBeChecked();

  await createButton(page).click();
  await question.getByLabel("Password", { exact: true }).fill(owner.password);
  await question.getByRole("button", { name: "Confirm password" }).click();
  await expect(revealDialog(page)).toBeVisible();
  await leaveReveal(page);

  await page.goto(formPath("production", "?name=Second&preset=read-only"));
  await createButton(page).click();
  await expect(revealDialog(page)).toBeVisible();
  await leaveReveal(page);
});

test("a double click makes one key", async ({ page, dashboard }) => {
  const name = `Twice ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto(formPath("sandbox", `?name=${name}&preset=read-only`));
  await createButton(page).dblclick();
  await expect(revealDialog(page)).toBeVisible();
  await leaveReveal(page);
  const found = await dashboard("GET", `/api/sandbox/dashboard/api-keys?search=${encodeURIComponent(name)}`);
  expect((await found.json()).total).toBe(1);
});

test("when the answer is lost on the way, no second key is made and a new secret is offered", async ({
  page,
  dashboard,
}) => {
  const name = `Lost ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto(formPath("sandbox", `?name=${name}&preset=read-only`));
  let lost = 0;
  await page.route(/\/dashboard\/api-keys$/, async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.fulfill({ status: 201, contentType: "application/json", body: '{"data":' });
  });
  await createButton(page).click();
  const question = page.getByRole("alertdialog", { name: "The secret was lost" });
  await expect(
    question.getByText("The key was created, but its secret was lost on the way. No one has it."),
  ).toBeVisible();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Get a new secret" }).click();
  await expect(revealDialog(page)).toBeVisible();
  await leaveReveal(page);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const found = await dashboard("GET", `/api/sandbox/dashboard/api-keys?search=${encodeURIComponent(name)}`);
  expect((await found.json()).total).toBe(1);
});
