import type { Tenant } from "@/lib/domain/environment";
import { SAMPLE_DATA_NAME } from "@/lib/domain/sample-data";
import { storeBatch } from "@/lib/events/store-batch";
import type { SampleUsage } from "@/lib/operations/sample-data/sample-usage";

/** Stores sample usage as if it had been sent now. By its request id it is found again when the sample data goes. */
export function storeSampleUsage(
  { environment, organizationId }: Tenant,
  { lines, sentAt, token }: SampleUsage,
): Promise<void> {
  const batch = {
    acceptedUs: sentAt.getTime() * 1_000,
    organizationId,
    requestId: SAMPLE_DATA_NAME,
    kind: "lines" as const,
    idempotencyKey: null,
    eventCount: lines.length,
    body: Buffer.from(lines.join("\n")),
  };
  return storeBatch(environment, batch, `${organizationId} ${token}`);
}
