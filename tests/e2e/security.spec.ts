import type { Page } from "playwright/test";
import { enter, forwardedFor } from "../support/browser";
import { PASSWORD, signIn } from "../support/people";
import { expectSoundScreen } from "../support/sound-screen";
import { expect, test } from "../support/tenancy";

const SECURITY = "/sandbox/settings/security";
const NEW_PASSWORD = "a rather long new password";

const sessionRows = (page: Page) => page.getByRole("table", { name: "Sign-in sessions" }).getByRole("row");

async function fillPasswords(page: Page, current: string, next: string): Promise<void> {
  await page.getByLabel("Current password").fill(current);
  await page.getByLabel("New password").fill(next);
  await page.getByRole("button", { name: "Change password" }).click();
}

test("the session of this browser is marked, and another one can be signed out alone", async ({
  page,
  env,
  member,
}) => {
  await signIn(env, member);
  await page.goto(SECURITY);
  await expect(page.getByText("It is shared by both environments.")).toBeVisible();
  await expect(sessionRows(page).filter({ hasText: "This one" })).toHaveCount(1);
  const other = sessionRows(page).filter({ hasText: "198.51.100.1" }).filter({ hasNotText: "This one" });
  await other.getByRole("button", { name: /^Sign out/ }).click();
  await expect(other).toHaveCount(0);
  await expect(sessionRows(page).filter({ hasText: "This one" })).toHaveCount(1);
});

test("signing out elsewhere ends this page at its next request, and signing in again leads back with its filters", async ({
  page,
  env,
  member,
  browser,
  address,
}) => {
  const here = await signIn(env, member);
  const context = await browser.newContext({ extraHTTPHeaders: forwardedFor(address) });
  await enter(context, here.cookie);
  const left = await context.newPage();
  await left.goto("/sandbox/customers?q=glo");
  await expect(left.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();

  await page.goto(SECURITY);
  await page.getByRole("button", { name: "Sign out all others" }).click();
  const question = page.getByRole("alertdialog", { name: "Sign out all others?" });
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await question.getByRole("button", { name: "Sign out all others" }).click();
  await expect(sessionRows(page)).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Sign out all others" })).toHaveAttribute("aria-disabled", "true");

  await left.getByRole("searchbox").fill("globex");
  const dialog = left.getByRole("dialog", { name: "You are signed out" });
  await dialog.getByRole("link", { name: "Sign in again" }).click();
  await left.getByLabel("Email").fill(member.email);
  await left.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await left.getByRole("button", { name: "Sign in" }).click();
  await expect(left).toHaveURL(/\/sandbox\/customers\?q=globex$/);
  await context.close();
});

test("a new password needs the current one, signs out the others, and is the one that works from then on", async ({
  page,
  env,
  member,
}) => {
  await signIn(env, member);
  await page.goto(SECURITY);
  await fillPasswords(page, "not my password", NEW_PASSWORD);
  await expect(page.getByLabel("Current password")).toBeFocused();
  await expect(page.getByLabel("Current password")).toHaveAccessibleDescription("Password is not right.");

  await fillPasswords(page, PASSWORD, NEW_PASSWORD);
  await expect(page.getByText("Password changed. All other sessions are signed out.")).toBeVisible();
  await expect(page.getByLabel("Current password")).toHaveValue("");
  await expect(sessionRows(page)).toHaveCount(2);

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(member.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Email or password is not right.")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/settings\/api-keys$/);
});

test("a new password has 12 to 128 characters and can be shown", async ({ page }) => {
  await page.goto(SECURITY);
  const field = page.getByLabel("New password");
  await fillPasswords(page, PASSWORD, "eleven char");
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/Use 12 to 128 characters\./);
  await expect(field).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show password" }).last().click();
  await expect(field).toHaveAttribute("type", "text");
});

test("after five wrong passwords it says when the next try is possible", async ({ page }) => {
  await page.goto(SECURITY);
  const field = page.getByLabel("Current password");
  for (let tries = 1; tries <= 5; tries++) {
    const answered = page.waitForResponse(/change-password/);
    await fillPasswords(page, `wrong ${tries}`, NEW_PASSWORD);
    await answered;
  }
  await fillPasswords(page, "wrong 6", NEW_PASSWORD);
  await expect(field).toHaveAccessibleDescription(/Too many tries\. Try again at \d\d:\d\d\./);
});

test("a wrong password and an unknown email get the same text, and set-up leads to sign-in once somebody exists", async ({
  page,
  member,
}) => {
  await page.context().clearCookies();
  await page.goto("/setup");
  await expect(page).toHaveURL(/\/sign-in$/);
  for (const email of [member.email, `nobody-${member.email}`]) {
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").getByText("Email or password is not right.")).toBeVisible();
    await page.reload();
  }
});

for (const environment of ["sandbox", "production"] as const) {
  test(`the security page is accessible in both themes in ${environment} and never scrolls sideways`, async ({
    page,
  }) => {
    await page.goto(`/${environment}/settings/security`);
    await expect(sessionRows(page)).toHaveCount(2);
    await expect(page).toHaveTitle(new RegExp(`^Security · ${environment} · Mintkey$`, "i"));
    await expectSoundScreen(page);
  });
}
