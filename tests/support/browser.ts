// What every browser test starts from: a signed-in owner, an address of its own, and a page on which an error in the console fails the test.
import AxeBuilder from "@axe-core/playwright";
import { type APIResponse, test as base, expect, type Page } from "playwright/test";
import type { ApiKeyJson, CreateApiKeyBody } from "@/lib/dashboard-api/schemas/api-keys";
import type { Environment } from "@/lib/domain/environment";
import { OWNER } from "./owner";

type MintedJson = ApiKeyJson & { secret: string };

type Fixtures = {
  /** Unlike any other test's, so that no test spends another's rate limit. */
  address: string;
  /** The page's context is signed in as the owner. */
  owner: typeof OWNER;
  /** Mints through the dashboard's own endpoint. */
  mint: (environment: Environment, input?: Partial<CreateApiKeyBody>) => Promise<MintedJson>;
  /** Calls an endpoint of the dashboard as the signed-in person. */
  dashboard: (method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: unknown) => Promise<APIResponse>;
  /** Calls the API itself with a key. */
  callApi: (environment: Environment, path: string, secret: string) => Promise<APIResponse>;
  consoleErrors: string[];
};

/** A refusal that the page handles: browsers report each of them, whatever the page makes of it. */
const HANDLED_REFUSAL = /Failed to load resource: the server responded with a status of (4\d\d|503)/;

export const test = base.extend<Fixtures>({
  address: async ({ browserName: _ }, use) => {
    const part = () => Math.floor(Math.random() * 254) + 1;
    await use(`10.${part()}.${part()}.${part()}`);
  },
  extraHTTPHeaders: async ({ address }, use) => use({ "X-Forwarded-For": address }),
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        const handled = HANDLED_REFUSAL.test(message.text()) && message.location().url.includes("/api/");
        if (message.type() === "error" && !handled) errors.push(`${message.text()} (${message.location().url})`);
      });
      await use(errors);
      expect(errors, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
  owner: async ({ page }, use) => {
    await signIn(page, OWNER.email, OWNER.password);
    await use(OWNER);
  },
  dashboard: async ({ owner: _, page, baseURL }, use) => {
    await use((method, path, body) =>
      page.request.fetch(path, {
        method,
        headers: { Origin: baseURL ?? "" },
        ...(body !== undefined && { data: body }),
      }),
    );
  },
  mint: async ({ dashboard }, use) => {
    await use(async (environment, input = {}) => {
      const body = {
        name: `key ${crypto.randomUUID().slice(0, 8)}`,
        preset: "read-only",
        expiresAt: inDays(30),
        ...input,
      };
      const { preset, ...withScopes } = body;
      const answer = await dashboard(
        "POST",
        `/api/${environment}/dashboard/api-keys`,
        input.scopes ? withScopes : { preset, ...withScopes },
      );
      expect(answer.status(), await answer.text()).toBe(201);
      return (await answer.json()).data;
    });
  },
  callApi: async ({ page }, use) => {
    const urls = {
      production: process.env.MINTKEY_TEST_PRODUCTION_API_URL,
      sandbox: process.env.MINTKEY_TEST_SANDBOX_API_URL,
    };
    await use((environment, path, secret) =>
      page.request.get(`${urls[environment]}${path}`, { headers: { Authorization: `Bearer ${secret}` } }),
    );
  },
});

export { expect };

/** Signs a page's context in without walking through the form. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const answer = await page.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, password, json: "true" },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Fails on any violation of WCAG 2.2 A and AA that axe can see. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
