// One throwaway PostgreSQL for a whole test run.
import type { TestProject } from "vitest/node";
import { startThrowawayPostgres } from "./throwaway-postgres";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of a database whose role may create others. */
    postgresUrl: string;
  }
}

export default async function startTestPostgres(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startThrowawayPostgres();
  project.provide("postgresUrl", url);
  return stop;
}
