import { inject } from "vitest";
import { cloneDatabases, type TestDatabases } from "./throwaway-postgres";

/** A migrated, empty set of the product's databases for one test or one file. */
export const createTestDatabases = (): Promise<TestDatabases> => cloneDatabases(inject("postgresUrl"));
