import { redraft } from "@/lib/domain/contract-billing";
import { ZERO } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { environmentStore } from "@/lib/store/connections";
import { readContractBillings } from "@/lib/store/contract-billings";
import { inTransaction, type Transaction } from "@/lib/store/sql";
import { storedUsage, type UsageSource } from "@/lib/store/usage";
import { billingClock, saveOutcomes } from "./bill-contracts";
import { readBilledUsage, UsageAway } from "./read-billed-usage";

/** Somebody waits for the page. What billing read within the last minute serves better than an answer that takes longer. */
const REFRESH_LIMIT_MS = 5_000;

/** The drafts with which a new contract begins, in the transaction that creates it. Usage of the past is added by the next billing. */
export async function draftInvoices(tenant: Tenant, tx: Transaction, contractId: string, now: Date): Promise<void> {
  const billings = await readContractBillings(tenant, tx, [contractId], "wait", now);
  const outcomes = billings.map((billing) =>
    redraft(
      billing,
      billingClock(billing, () => ZERO, now),
    ),
  );
  await saveOutcomes(tenant, tx, outcomes);
}

/**
 * Brings the open drafts of a contract up to date with usage; nothing becomes final. While usage cannot be read soon they
 * stay as they were last known. Drafts follow usage by themselves, so this is not recorded as anybody's doing.
 */
export async function refreshDrafts(
  tenant: Tenant,
  contractId: string,
  now: Date,
  source: UsageSource = storedUsage,
): Promise<void> {
  const giveUp = AbortSignal.timeout(REFRESH_LIMIT_MS);
  const usage = await readBilledUsage(tenant, [contractId], now, source, giveUp).catch((error: unknown) => {
    if (error instanceof UsageAway) return null;
    throw error;
  });
  if (!usage) return;
  await inTransaction(environmentStore(tenant.environment).pool, async (tx) => {
    const billings = await readContractBillings(tenant, tx, [contractId], "wait", now);
    await saveOutcomes(
      tenant,
      tx,
      billings.map((billing) => redraft(billing, billingClock(billing, usage, now))),
    );
  });
}
