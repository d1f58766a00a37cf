import { inject } from "vitest";
import { testEventStores } from "./clickhouse";
import { cloneDatabases, type TestDatabases } from "./throwaway-postgres";

export type TestStores = TestDatabases & {
  readonly productionEventsUrl: string;
  readonly sandboxEventsUrl: string;
};

/** A migrated, empty set of the product's databases for one test or one file, and the event stores of this run. */
export async function createTestDatabases(): Promise<TestStores> {
  const [databases, events] = await Promise.all([cloneDatabases(inject("postgresUrl")), eventStoreUrls()]);
  return { ...databases, ...events };
}

/** The event stores of this run, under the names that `testEnv` knows. */
export async function eventStoreUrls(): Promise<Pick<TestStores, "productionEventsUrl" | "sandboxEventsUrl">> {
  const { production, sandbox } = await testEventStores();
  return { productionEventsUrl: production, sandboxEventsUrl: sandbox };
}
