import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Locator, Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { expectNoSidewaysScroll, expectSoundScreen } from "../support/sound-screen";

const run = promisify(execFile);

const HOSTS = () => ({
  production: process.env.MINTKEY_TEST_PRODUCTION_API_URL ?? "",
  sandbox: process.env.MINTKEY_TEST_SANDBOX_API_URL ?? "",
});

const article = (page: Page, name: string): Locator => page.getByRole("article", { name });
const open = async (page: Page, search = ""): Promise<void> => {
  await page.goto(`/reference${search}`);
  await expect(page.getByRole("heading", { level: 1, name: "API reference" })).toBeVisible();
};

/** What the page tells, also where it is folded. */
const textOf = async (page: Page): Promise<string> => (await page.getByRole("main").textContent()) ?? "";

/** One link of the contents is marked, and it is this. */
const expectRead = (page: Page, name: string | RegExp): Promise<void> =>
  expect(page.getByRole("navigation", { name: "API reference" }).locator("[aria-current=location]")).toHaveText(name);

const unfold = (place: Locator): Promise<void> =>
  place.evaluate((element) => {
    for (const part of element.querySelectorAll("details")) part.open = true;
  });

test("the reference is open to everybody and tells of every endpoint that the API's own document names", async ({
  page,
}) => {
  await open(page);
  const served = await (await page.request.get(`${HOSTS().sandbox}/v1/openapi.json`)).json();
  for (const [path, methods] of Object.entries<Record<string, { summary: string }>>(served.paths)) {
    for (const [method, { summary }] of Object.entries(methods)) {
      const told = page.getByRole("article", { name: summary, exact: true });
      await expect(told).toContainText(path);
      await expect(told).toContainText(new RegExp(method, "i"));
    }
  }
});

test("choosing an environment changes every address, prefix and snippet, and none of the other stays", async ({
  page,
}) => {
  const { production, sandbox } = HOSTS();
  await open(page);
  const choice = page.getByRole("combobox", { name: "Environment" });
  await expect(choice).toHaveValue("sandbox");
  const sandboxText = await textOf(page);
  expect(sandboxText).toContain(sandbox);
  expect(sandboxText).not.toContain(production);
  expect(sandboxText).not.toMatch(/mk_live_/);
  await choice.selectOption("Production");
  await expect(page).toHaveURL(/\?environment=production$/);
  await expect(choice).toHaveValue("production");
  for (const language of ["curl", "TypeScript", "Python"]) {
    await page.getByRole("tab", { name: language }).click();
    await expect(page.getByRole("tab", { name: language, selected: true })).toBeVisible();
    const text = await textOf(page);
    expect(text).toContain(production);
    expect(text).not.toContain(sandbox);
    expect(text).not.toContain("/api/sandbox/");
    expect(text).not.toMatch(/mk_test_/);
    expect(text.split(production).length).toBe(sandboxText.split(sandbox).length);
  }
  await page.goBack();
  await expect(choice).toHaveValue("sandbox");
  expect(await textOf(page)).not.toContain(production);
});

test("environment and language survive a reload, and the next visit starts in the environment last used", async ({
  page,
}) => {
  await open(page, "?environment=production&language=python");
  await expect(page.getByRole("tab", { name: "Python", selected: true })).toBeVisible();
  await expect(article(page, "Create a customer")).toContainText("urllib.request");
  const remembered = async () => (await page.context().cookies()).find(({ name }) => name === "mintkey_environment");
  await expect.poll(async () => (await remembered())?.value).toBe("production");
  await open(page);
  await expect(page.getByRole("combobox", { name: "Environment" })).toHaveValue("production");
  await expect(article(page, "Create a customer")).toContainText("curl");
});

test("the curl command of an endpoint answers 200 as copied, and so does the TypeScript code", async ({
  page,
  mint,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { secret } = await mint("sandbox", { preset: "read-only" });
  await open(page, "?environment=sandbox");
  const list = article(page, "List customers, newest first");
  const env = { ...process.env, MINTKEY_API_KEY: secret, FORCE_COLOR: "0" };
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await list.getByRole("button", { name: "Copy curl command of List customers, newest first" }).click();
  await expect(page.getByText("Curl command copied")).toBeAttached();
  const curl = await run("bash", ["-c", `${await copied()} -s -o /dev/null -w '%{http_code}'`], { env });
  expect(curl.stdout).toBe("200");
  await page.getByRole("tab", { name: "TypeScript" }).click();
  await list.getByRole("button", { name: "Copy TypeScript code of List customers, newest first" }).click();
  await expect(page.getByText("TypeScript code copied")).toBeAttached();
  const code = await copied();
  const node = await run(process.execPath, ["--input-type=module", "--eval", code], { env });
  expect(node.stdout).toMatch(/^200 \{/);
});

test("the walkthrough works as written, each request with the ids that the ones before it answered", async ({
  page,
  mint,
}) => {
  const { secret } = await mint("sandbox", { preset: "full-access" });
  await open(page, "?environment=sandbox");
  const steps = page.getByRole("region", { name: "From a meter to an invoice", exact: true }).getByRole("listitem");
  const variables: Record<string, string> = { MINTKEY_API_KEY: secret };
  const externalCustomerId = crypto.randomUUID();
  await expect(steps.first()).toBeVisible();
  for (const step of await steps.all()) {
    const title = (await step.getByRole("heading").textContent())?.replace(/^\d+\. /, "") ?? "";
    const command = await step.getByRole("region", { name: `curl command of ${title}` }).textContent();
    const env = { ...process.env, ...variables };
    // Other tests share the database, and a code or an external id is taken only once.
    const unique = command?.replace("API_CALLS", `CALLS_${Date.now()}`).replace("cust_42", externalCustomerId);
    const { stdout } = await run("bash", ["-c", `${unique} -sS -w '\n%{http_code}'`], { env });
    const [body = "", status] = stdout.split("\n");
    expect(status, `${title}: ${body}`).toMatch(/^20[012]$/);
    const kept = /export ([A-Z_]+)=/.exec((await step.textContent()) ?? "")?.[1];
    if (kept) variables[kept] = JSON.parse(body).data.id;
    if (title === "Read the invoice") expect(JSON.parse(body).data[0]).toMatchObject({ status: "Drafted" });
  }
  expect(Object.keys(variables)).toContain("CONTRACT_ID");
});

test("the reference is accessible in both themes and environments and never scrolls sideways", async ({ page }) => {
  await open(page, "?environment=sandbox");
  await article(page, "Create a customer").getByRole("button", { name: "Try it" }).click();
  // Whole endpoints of each method, and all others as the page opens: the same components make all of them.
  for (const name of ["Create a customer", "List customers, newest first", "Change a customer", "Archive a meter"])
    await unfold(article(page, name));
  await expectSoundScreen(page);
  await unfold(page.getByRole("main"));
  await expectNoSidewaysScroll(page);

  // The other environment differs in its words, its marks and their colors: one endpoint has all of them.
  await open(page, "?environment=production");
  await expectSoundScreen(page, ["header", `article[aria-labelledby="post_customers"]`]);
});

test("by keyboard one finds an endpoint, goes to it and changes the language", async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Search the reference" });
  await expect(search).toBeFocused();
  await page.keyboard.type("customer for good post");
  const contents = page.getByRole("navigation", { name: "API reference" });
  await expect(contents.getByRole("link")).toHaveText([/Create a customer/]);
  await expect(page).toHaveURL(/\?q=customer\+for\+good\+post/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#post_customers$/);
  await expect(page.getByRole("heading", { level: 3, name: "Create a customer" })).toBeInViewport();
  await expectRead(page, /^Create a customer/);
  await page.getByRole("tab", { name: "curl" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "TypeScript", selected: true })).toBeFocused();
  await expect(page).toHaveURL(/language=typescript/);
});

test("the contents mark what is read: while one scrolls, after a jump, and at the end of the page", async ({
  page,
}) => {
  await open(page, "#errors");
  await expectRead(page, "Errors");
  await page.getByRole("heading", { level: 2, name: "Idempotency" }).evaluate((heading) => heading.scrollIntoView());
  await expectRead(page, "Idempotency");
  await article(page, "Create a customer").evaluate((section) => section.scrollIntoView());
  await expectRead(page, /^Create a customer/);
  const links = page.getByRole("navigation", { name: "API reference" }).getByRole("link");
  await expect(links.and(page.locator("[aria-current]"))).toBeInViewport();
  // Too near to the end of the page to be brought up to where one reads.
  await links.last().click();
  await expect(links.last()).toHaveAttribute("aria-current", "location");
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectRead(page, "Introduction");
});

test("a search that finds nothing says so", async ({ page }) => {
  await open(page, "?q=teapot");
  await expect(page.getByText("Nothing matches “teapot”.")).toBeVisible();
});

test("? shows a signed-in person the dashboard's keys, this page among them", async ({ page, owner: _ }) => {
  await open(page);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help.getByText("Go to API reference")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
});

test("the scope of an endpoint leads to a form for a key with it, in the page's environment", async ({
  page,
  owner: _,
}) => {
  await open(page, "?environment=sandbox");
  await article(page, "Create a customer")
    .getByRole("link", { name: /^customers:write/ })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Create sandbox key" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Summary" })).toContainText("customers:write");
});

test("g d leads from the dashboard to the reference of its environment, and the palette knows it", async ({
  page,
  owner: _,
}) => {
  await page.goto("/production/customers");
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("reference");
  await expect(page.getByRole("option", { name: "API reference" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await expect(page).toHaveURL(/\/reference\?environment=production$/);
  await expect(page.getByRole("heading", { level: 1, name: "API reference" })).toBeVisible();
});
