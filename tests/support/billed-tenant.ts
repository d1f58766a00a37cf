// An organization whose usage is a list, for tests that call the operations of billing themselves.
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Tenant } from "@/lib/domain/environment";
import { closeStores } from "@/lib/store/connections";
import { testEnv } from "./api";
import { createTestDatabases, type TestStores } from "./databases";
import { addOrganization, tenantOf } from "./people";
import { SentUsage } from "./sent-usage";
import { openStores } from "./stores";

export type BilledTenant = { databases: TestStores; tenant: Tenant; usage: SentUsage };

/**
 * Gives each test of the file a new organization of production. Steps of billing look at everybody's contracts, so tests that
 * take one need databases of their own; the others share the file's.
 */
export function beforeEachBilledTenant(
  databasesFor: "each test" | "the file",
  begin: (given: BilledTenant) => void,
): void {
  const [before, after] = databasesFor === "the file" ? [beforeAll, afterAll] : [beforeEach, afterEach];
  let databases: TestStores;
  before(async () => {
    databases = await createTestDatabases();
    openStores(testEnv(databases));
  });
  beforeEach(async () => {
    const tenant = tenantOf("production", await addOrganization("Acme"));
    begin({ databases, tenant, usage: new SentUsage() });
  });
  after(async () => {
    await closeStores();
    await databases.drop();
  });
}
