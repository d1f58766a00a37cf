import type { Actor } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import { SAMPLE_DATA_NAME, sampleActor } from "@/lib/domain/sample-data";
import { recordedTransaction } from "@/lib/store/recorded-transaction";
import { insertSampleProgress, withSampleDataLock } from "@/lib/store/sample-data";
import { listSampleObjects } from "@/lib/store/sample-objects";
import { createApiKey, type DigestSecret } from "./create-api-key";
import { revokeApiKey } from "./revoke-api-key";
import { rotateApiKey } from "./rotate-api-key";
import { SAMPLE_KEYS, type SampleKey } from "./sample-data/sample-keys";

const DAY_MS = 86_400_000;

/**
 * Begins the sample data of a sandbox with keys in several states; `fillSampleCompany` adds the rest. Begun before, it adds what
 * is missing. The keys' secrets are dropped at once: nobody can use them, and a new secret is one rotation away.
 */
export async function addSampleData(
  tenant: Tenant,
  actor: Actor,
  now: Date,
  digestSecret: DigestSecret,
): Promise<void> {
  await recordedTransaction(tenant, actor, now, async (tx) => {
    if (!(await insertSampleProgress(tenant, tx, now))) return { result: undefined, audit: [] };
    const target = { kind: "sample_data", id: tenant.organizationId, name: SAMPLE_DATA_NAME };
    return { result: undefined, audit: [{ action: "sample_data.added", target }] };
  });
  await withSampleDataLock(tenant, async () => {
    const known = await listSampleObjects(tenant);
    for (const key of SAMPLE_KEYS)
      if (!known.has(`api_keys ${key.name}`)) await mintSampleKey(tenant, key, now, digestSecret);
  });
}

async function mintSampleKey(
  tenant: Tenant,
  { expiresInDays, allowedIps = [], outcome, ...fields }: SampleKey,
  now: Date,
  digestSecret: DigestSecret,
): Promise<void> {
  const actor = sampleActor(now);
  const expiresAt = new Date(now.getTime() + expiresInDays * DAY_MS);
  const { key } = await createApiKey(tenant, actor, { ...fields, allowedIps, expiresAt }, now, digestSecret);
  const later = new Date(now.getTime() + 1);
  if (outcome === "rotated") await rotateApiKey(tenant, actor, key.id, 86_400, later, () => undefined, digestSecret);
  if (outcome === "revoked")
    await revokeApiKey(tenant, actor, key.id, { reason: "UNUSED", note: "The experiment is over" }, now);
}
