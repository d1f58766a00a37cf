import type { Locator, Page } from "playwright/test";
import { expect, test } from "../support/browser";

const LIST = "List customers, newest first";
const CREATE = "Create a customer";

/** Opens an endpoint's panel. */
async function tryIt(page: Page, name: string, environment: "sandbox" | "production" = "sandbox"): Promise<Locator> {
  await page.goto(`/reference?environment=${environment}`);
  const article = page.getByRole("article", { name });
  await article.getByRole("button", { name: "Try it" }).click();
  return article;
}

const keyField = (page: Page) => page.getByLabel("API key");

/** Everywhere a page could leave something behind. */
const tracesOf = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify({
      url: window.location.href,
      history: window.history.state,
      local: { ...window.localStorage },
      session: { ...window.sessionStorage },
      cookies: document.cookie,
      databases,
      markup: document.documentElement.outerHTML,
      queries: window.__queryClient
        ?.getQueryCache()
        .getAll()
        .map(({ state }) => state),
      mutations: window.__queryClient
        ?.getMutationCache()
        .getAll()
        .map(({ state }) => state),
    });
  });

test("a pasted key opens the endpoint and leaves no trace: no storage, no URL, no markup, no cache", async ({
  page,
  mint,
}) => {
  const flag = await page.addInitScript(() => {
    window.__mintkeyTest = true;
  });
  const { secret } = await mint("sandbox");
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  const list = await tryIt(page, LIST);
  await keyField(page).fill(secret);
  await expect(keyField(page)).toHaveAttribute("type", "password");
  await list.getByRole("button", { name: "Send to sandbox" }).click();
  await expect(list.getByRole("status")).toContainText(/200 OK in [\d,]+ ms/);
  await expect(list.getByRole("region", { name: "body of the answer" })).toContainText('"hasMore"');
  await expect(list.getByRole("button", { name: "Copy request id" })).toBeVisible();
  await expect(list.getByText(/^req_[0-9a-f]{16}$/).first()).toBeVisible();
  await list.getByText("Headers", { exact: true }).last().click();
  await expect(list.getByText("ratelimit-policy")).toBeVisible();
  expect(await tracesOf(page)).not.toContain(secret.slice(8));
  expect(urls.filter((url) => url.includes(secret.slice(8)))).toEqual([]);
  expect(urls.some((url) => url.endsWith("/api/sandbox/v1/customers"))).toBe(true);
  await flag.dispose();
});

test("a pasted key is gone after leaving the page, after a reload and after Forget key", async ({ page, mint }) => {
  const { secret } = await mint("sandbox");
  const list = await tryIt(page, LIST);
  await keyField(page).fill(secret);
  await list.getByRole("button", { name: "Forget key" }).click();
  await expect(keyField(page)).toHaveValue("");
  await keyField(page).fill(secret);
  await page.getByRole("link", { name: "Dashboard" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
  await page.goBack();
  await page.getByRole("article", { name: LIST }).getByRole("button", { name: "Try it" }).click();
  await expect(keyField(page)).toHaveValue("");
  await keyField(page).fill(secret);
  await page.reload();
  await page.getByRole("article", { name: LIST }).getByRole("button", { name: "Try it" }).click();
  await expect(keyField(page)).toHaveValue("");
});

test("the page has one field for a key, and keeps it from one endpoint to the next", async ({ page, mint }) => {
  const { secret } = await mint("sandbox");
  await tryIt(page, LIST);
  await keyField(page).fill(secret);
  const me = page.getByRole("article", { name: "Who a credential belongs to" });
  await me.getByRole("button", { name: "Try it" }).click();
  await expect(keyField(page)).toHaveCount(1);
  await expect(keyField(page)).toHaveValue(secret);
  await me.getByRole("button", { name: "Send to sandbox" }).click();
  await expect(me.getByRole("status")).toContainText("200 OK");
});

test("a signed-in browser without a pasted key gets the answer of nobody: 401", async ({ page, owner: _ }) => {
  const list = await tryIt(page, LIST);
  await list.getByRole("button", { name: "Send to sandbox" }).click();
  await expect(list.getByRole("status")).toContainText("401 Unauthorized");
  await expect(list.getByRole("region", { name: "body of the answer" })).toContainText(
    "Missing or invalid Authorization header. Use: Authorization: Bearer <api_key>",
  );
});

test("a key of the other environment is not sent, and switching the page forgets it", async ({ page, mint }) => {
  const { secret } = await mint("sandbox");
  const list = await tryIt(page, LIST, "production");
  const sent: string[] = [];
  page.on("request", (request) => request.url().includes("/v1/") && sent.push(request.url()));
  await keyField(page).fill(secret);
  await expect(page.getByText("This is a sandbox key. Switch the page to sandbox.").first()).toBeVisible();
  const send = list.getByRole("button", { name: "Send to production" });
  await expect(send).toHaveAttribute("aria-disabled", "true");
  await keyField(page).press("Enter");
  await page.getByRole("combobox", { name: "Environment" }).selectOption("Sandbox");
  await expect(keyField(page)).toHaveValue("");
  expect(sent).toEqual([]);
});

test("a write in production asks first, a write in sandbox and a read in production do not", async ({ page, mint }) => {
  const { secret } = await mint("production", { scopes: ["customers:read", "customers:write"] });
  const create = await tryIt(page, CREATE, "production");
  await keyField(page).fill(secret);
  await create.getByRole("textbox", { name: "Body" }).fill(JSON.stringify({ name: `Globex ${secret.slice(-4)}` }));
  await create.getByRole("button", { name: "Send to production" }).click();
  const question = page.getByRole("alertdialog", { name: "Send this to production?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toHaveCount(0);
  await expect(create.getByRole("status")).toBeEmpty();
  await create.getByRole("button", { name: "Send to production" }).click();
  await question.getByRole("button", { name: "Send request" }).click();
  await expect(create.getByRole("status")).toContainText("201 Created");
  const list = page.getByRole("article", { name: LIST });
  await list.getByRole("button", { name: "Try it" }).click();
  await list.getByRole("button", { name: "Send to production" }).click();
  await expect(list.getByRole("status")).toContainText("200 OK");
  const inSandbox = await mint("sandbox", { scopes: ["customers:write"] });
  const sandbox = await tryIt(page, CREATE);
  await keyField(page).fill(inSandbox.secret);
  await sandbox.getByRole("textbox", { name: "Body" }).fill(JSON.stringify({ name: "Globex" }));
  await sandbox.getByRole("button", { name: "Send to sandbox" }).click();
  await expect(sandbox.getByRole("status")).toContainText("201 Created");
});

test("what is missing, and a whole key outside its field, stop the request before it is sent", async ({
  page,
  mint,
}) => {
  const { secret } = await mint("sandbox");
  const one = await tryIt(page, "Get a customer");
  await one.getByRole("textbox", { name: "customerId" }).fill("");
  await one.getByRole("button", { name: "Send to sandbox" }).click();
  await expect(one.getByText("customerId is required.")).toBeVisible();
  await one.getByRole("textbox", { name: "customerId" }).fill(secret);
  await one.getByRole("button", { name: "Send to sandbox" }).click();
  await expect(one.getByText("A whole key stands outside the key's own field.")).toBeVisible();
  await expect(one.getByRole("status")).toBeEmpty();
});
