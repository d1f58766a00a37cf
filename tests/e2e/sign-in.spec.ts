import { expect, test } from "../support/browser";
import { OWNER } from "../support/owner";
import { expectAccessible } from "../support/sound-screen";

test("a wrong password and an unknown email read the same", async ({ page }) => {
  await page.goto("/sign-in");
  for (const email of [OWNER.email, "nobody@example.com"]) {
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("certainly not this one");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Email or password is not right.")).toBeVisible();
    await page.reload();
  }
  await expectAccessible(page);
});

test("signing in leads back to the page that asked for it, and signing out says so", async ({ page }) => {
  await page.goto("/sandbox/customers");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("Email").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sandbox\/customers$/);
  await page.getByRole("button", { name: new RegExp(OWNER.name) }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goto("/sandbox/customers");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a link to another site is not followed after signing in", async ({ page }) => {
  await page.goto("/sign-in?next=https://evil.example/");
  await page.getByLabel("Email").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sandbox\/settings\/api-keys/);
});

test("six wrong passwords are answered with when to try again", async ({ page }) => {
  const email = `throttled-${crypto.randomUUID()}@example.com`;
  await page.goto("/sign-in");
  for (let attempt = 0; attempt < 6; attempt++) {
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(`wrong password ${attempt}`);
    const answered = page.waitForResponse((response) => response.url().includes("/callback/credentials"));
    await page.getByRole("button", { name: "Sign in" }).click();
    await answered;
  }
  await expect(page.getByText(/Too many tries\. Try again at \d\d:\d\d\./)).toBeVisible();
});
