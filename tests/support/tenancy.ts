// For browser tests that need an organization of their own: empty lists, other roles, sessions that may be ended.
import type { BrowserContext, Page } from "playwright/test";
import type { Role } from "@/lib/domain/role";
import { type Env, readEnv } from "@/lib/env";
import { openDataDirectory } from "@/lib/server/data-directory";
import { findEmbeddedDatabases } from "@/lib/server/embedded-databases";
import { controlSecrets, environmentPepper } from "@/lib/server/secrets";
import { closeStores } from "@/lib/store/connections";
import { expect, expectAccessible, test as signedOut } from "./browser";
import { addMember, addOrganization, type Member, type Organization } from "./people";
import { openStores } from "./stores";

type Tenancy = {
  /** The role of the person whose browser `page` is. */
  role: Role;
  organization: Organization;
  /** The page's context is signed in as this person. */
  member: Member;
};

export const test = signedOut.extend<Tenancy, { env: Env }>({
  env: [
    async ({ browserName: _ }, use) => {
      const env = await productEnv();
      openStores(env);
      await use(env);
      await closeStores();
    },
    { scope: "worker" },
  ],
  role: ["owner", { option: true }],
  organization: async ({ env: _ }, use) => use(await addOrganization("Acme")),
  member: [
    async ({ env, organization, role, context }, use) => {
      const member = await addMember(env, organization, role);
      await enter(context, member.cookie);
      await use(member);
    },
    { auto: true },
  ],
});

export { expect };

/** Gives a browser the sign-in session of a person. */
export async function enter(context: BrowserContext, cookie: string): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, domain: "localhost", path: "/", httpOnly: true, sameSite: "Lax" }]);
}

/** No accessibility fault in either theme, and no sideways scroll at any width. */
export async function expectSoundScreen(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page);
  }
  for (const width of [360, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width} px`).toBeLessThanOrEqual(
      width,
    );
  }
}

/** What the product's own processes were given, read from its data directory as its command line does it. */
async function productEnv(): Promise<Env> {
  const env = readEnv({});
  const directory = await openDataDirectory(process.env.MINTKEY_TEST_DATA_DIR);
  const databases = await findEmbeddedDatabases(directory);
  const control = await controlSecrets(directory.secrets, env);
  return readEnv({
    DATABASE_URL_CONTROL: databases?.control,
    DATABASE_URL_PRODUCTION: databases?.production,
    DATABASE_URL_SANDBOX: databases?.sandbox,
    MINTKEY_CONTROL_PEPPER: control.pepper,
    MINTKEY_SESSION_SECRET: control.sessionSecret,
    MINTKEY_PRODUCTION_PEPPER: await environmentPepper(directory.secrets, env, "production"),
    MINTKEY_SANDBOX_PEPPER: await environmentPepper(directory.secrets, env, "sandbox"),
  });
}
