import type { Actor } from "@/lib/domain/audit";
import type { Tenant } from "@/lib/domain/environment";
import type { Scope } from "@/lib/domain/scope";
import { PRESETS } from "@/lib/domain/scope";
import { createApiKey, type DigestSecret } from "./create-api-key";
import { createCustomer } from "./create-customer";
import { revokeApiKey } from "./revoke-api-key";
import { rotateApiKey } from "./rotate-api-key";

const DAY_MS = 86_400_000;

type SampleKey = {
  name: string;
  note: string;
  scopes: readonly Scope[];
  expiresInDays: number | null;
  allowedIps?: readonly string[];
};

const KEYS = {
  worker: {
    name: "Billing worker",
    note: "Reads customers and sends usage every minute",
    scopes: ["customers:read", "usage:write"],
    expiresInDays: 90,
  },
  reports: {
    name: "Monthly reports",
    note: "Notebook of the finance team",
    scopes: PRESETS["read-only"],
    expiresInDays: 365,
  },
  importer: {
    name: "CRM import",
    note: "Ends with the migration",
    scopes: PRESETS["account-management"],
    expiresInDays: 7,
  },
  gateway: {
    name: "API gateway",
    note: "Sends usage from the edge",
    scopes: PRESETS["send-usage"],
    expiresInDays: 60,
    allowedIps: ["203.0.113.0/24"],
  },
  trial: { name: "First experiment", note: "", scopes: ["*"], expiresInDays: 30 },
} as const satisfies Record<string, SampleKey>;

const CUSTOMERS = [
  ["Globex", "cust_globex", "DE", "beta"],
  ["Initech", "cust_initech", "US", "enterprise"],
  ["Umbrella Logistics", "cust_umbrella", "GB", "enterprise"],
  ["Soylent Foods", "cust_soylent", "FR", "startup"],
  ["Hooli", "cust_hooli", "US", "beta"],
  ["Stark Solar", "cust_stark", "NL", "startup"],
  ["Wonka Chocolate", "cust_wonka", "CH", "enterprise"],
  ["Acme Anvils", "cust_acme", "CA", "startup"],
] as const;

/**
 * Fills an empty sandbox with keys in several states and a few customers, through the product's own operations.
 * The keys' secrets are dropped at once: nobody can use them, and a new secret is one rotation away.
 */
export async function addSampleData(
  tenant: Tenant,
  actor: Actor,
  now: Date,
  digestSecret: DigestSecret,
): Promise<void> {
  const mint = async ({ expiresInDays, allowedIps = [], ...key }: SampleKey) => {
    const expiresAt = expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * DAY_MS);
    return (await createApiKey(tenant, actor, { ...key, allowedIps, expiresAt }, now, digestSecret)).key;
  };
  await mint(KEYS.worker);
  const reports = await mint(KEYS.reports);
  await mint(KEYS.importer);
  await mint(KEYS.gateway);
  const trial = await mint(KEYS.trial);
  await rotateApiKey(tenant, actor, reports.id, 86_400, new Date(now.getTime() + 1), () => undefined, digestSecret);
  await revokeApiKey(tenant, actor, trial.id, { reason: "UNUSED", note: "The experiment is over" }, now);
  for (const [name, externalCustomerId, country, tag] of CUSTOMERS) {
    await createCustomer(
      tenant,
      actor,
      {
        name,
        externalCustomerId,
        tags: [tag],
        contacts: [
          {
            email: `billing@${externalCustomerId.replace("cust_", "")}.example`,
            roles: ["billing"],
            emailRecipientType: "to",
          },
        ],
        billingAddress: { address1: "1 Main Street", country },
      },
      now,
    );
  }
}
