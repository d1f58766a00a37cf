import type { Tenant } from "@/lib/domain/environment";
import { describeError, log } from "@/lib/log";
import { fillSampleCompany } from "@/lib/operations/fill-sample-company";
import { listUnfinishedSampleDataAcrossTenants } from "@/lib/store/sample-data";
import { storeSampleUsage } from "./sample-usage";

/** Completes sample data behind the answer that began it: a year of billing takes longer than a page should wait. */
export function fillInBackground(tenant: Tenant): void {
  fillSampleCompany(tenant, () => new Date(), storeSampleUsage).catch((error: unknown) =>
    log.warn("Sample data is incomplete. It is completed at the next start, or from Settings", {
      error: describeError(error),
    }),
  );
}

/** Goes on where a crash or a stop has interrupted it. */
export async function resumeSampleData(): Promise<void> {
  for (const tenant of await listUnfinishedSampleDataAcrossTenants("sandbox")) fillInBackground(tenant);
}
