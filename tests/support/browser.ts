// What every browser test starts from: a signed-in owner, an address of its own, and a page on which an error in the console fails the test.
import { type APIResponse, type BrowserContext, test as base, expect } from "playwright/test";
import type { ApiKeyJson, CreateApiKeyBody } from "@/lib/dashboard-api/schemas/api-keys";
import type { Environment } from "@/lib/domain/environment";
import type { Env } from "@/lib/env";
import { closeStores, controlStore } from "@/lib/store/connections";
import { type OnePage, openOnePage } from "./one-page";
import { OWNER } from "./owner";
import { signIn } from "./people";
import { productEnv } from "./product-env";
import { openStores } from "./stores";

type MintedJson = ApiKeyJson & { secret: string };

type Fixtures = {
  /** Unlike any other test's, so that no test spends another's rate limit. */
  address: string;
  /** Whether the product sees that address; otherwise the test is a visitor from the product's own machine. */
  behindProxy: boolean;
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

type WorkerFixtures = {
  /** The product's own; its stores are open. */
  env: Env;
  onePage: OnePage;
};

/** A refusal that the page handles: browsers report each of them, whatever the page makes of it. */
const HANDLED_REFUSAL = /Failed to load resource: the server responded with a status of (4\d\d|503)/;

export const test = base.extend<Fixtures, WorkerFixtures>({
  env: [
    async ({ browserName: _ }, use) => {
      const env = await productEnv();
      openStores(env);
      await use(env);
      await closeStores();
    },
    { scope: "worker" },
  ],
  onePage: [
    async ({ browser }, use, { project }) => {
      const onePage = await openOnePage(browser, project.use.baseURL ?? "");
      await use(onePage);
      await onePage.close();
    },
    { scope: "worker" },
  ],
  address: async ({ browserName: _ }, use) => {
    const part = () => Math.floor(Math.random() * 254) + 1;
    await use(`10.${part()}.${part()}.${part()}`);
  },
  behindProxy: [true, { option: true }],
  page: async ({ onePage, address, behindProxy }, use) =>
    use(await onePage.emptied(behindProxy ? forwardedFor(address) : {})),
  context: async ({ page }, use) => use(page.context()),
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
  owner: async ({ env, context }, use) => {
    const person = await controlStore().prisma.person.findUniqueOrThrow({ where: { email: OWNER.email } });
    await enter(context, (await signIn(env, person)).cookie);
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

/** The headers with which a proxy passes on whom it serves. */
export const forwardedFor = (address: string) => ({ "X-Forwarded-For": address });

/** Gives a browser the sign-in session of a person. */
export async function enter(context: BrowserContext, cookie: string): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, domain: "localhost", path: "/", httpOnly: true, sameSite: "Lax" }]);
}

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
