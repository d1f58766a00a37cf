// What every browser test needs: an organization of its own, people in it, and a page that fails the test when it complains.
import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "playwright/test";
import type { Role } from "@/lib/domain/role";
import { type Env, readEnv } from "@/lib/env";
import { openDataDirectory } from "@/lib/server/data-directory";
import { findEmbeddedDatabases } from "@/lib/server/embedded-databases";
import { controlSecrets, environmentPepper } from "@/lib/server/secrets";
import { closeStores } from "@/lib/store/connections";
import { addMember, addOrganization, type Member, type Organization } from "./people";
import { openStores } from "./stores";

type Product = { env: Env };
type Tenancy = {
  /** The role of the person whose browser `page` is. */
  role: Role;
  organization: Organization;
  member: Member;
  /** Another person of the same organization. */
  join: (role: Role) => Promise<Member>;
};

export const test = base.extend<Tenancy, Product>({
  env: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const env = await productEnv();
      openStores(env);
      await use(env);
      await closeStores();
    },
    { scope: "worker" },
  ],
  role: ["owner", { option: true }],
  organization: async ({ env: _ }, use) => use(await addOrganization("Acme")),
  join: async ({ env, organization }, use) => use((role) => addMember(env, organization, role)),
  member: async ({ join, role }, use) => use(await join(role)),
  page: async ({ page, context, member }, use) => {
    await enter(context, member.cookie);
    const complaints = complaintsOf(page);
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** Gives a browser the sign-in session of a person. */
export async function enter(context: BrowserContext, cookie: string): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, domain: "localhost", path: "/", httpOnly: true, sameSite: "Lax" }]);
}

/** Errors of the console, exceptions and failed assets, as they come. A refusal by an endpoint is no complaint: tests provoke them. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const isRefusal = /status of 4\d\d/.test(message.text()) && message.location().url.includes("/api/");
    if (message.type() === "error" && !isRefusal) complaints.push(message.text());
  });
  return complaints;
}

/** No accessibility fault in either theme, and no sideways scroll at any width. */
export async function expectSoundScreen(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  for (const width of [360, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width} px`).toBeLessThanOrEqual(
      width,
    );
  }
}

async function productEnv(): Promise<Env> {
  const env = readEnv({});
  const directory = await openDataDirectory(process.env.MINTKEY_TEST_DATA_DIR);
  const databases = await findEmbeddedDatabases(directory);
  const control = await controlSecrets(directory.secrets, env);
  return readEnv({
    DATABASE_URL_CONTROL: databases?.control ?? "",
    DATABASE_URL_PRODUCTION: databases?.production ?? "",
    DATABASE_URL_SANDBOX: databases?.sandbox ?? "",
    MINTKEY_CONTROL_PEPPER: control.pepper,
    MINTKEY_SESSION_SECRET: control.sessionSecret,
    MINTKEY_PRODUCTION_PEPPER: await environmentPepper(directory.secrets, env, "production"),
    MINTKEY_SANDBOX_PEPPER: await environmentPepper(directory.secrets, env, "sandbox"),
  });
}
