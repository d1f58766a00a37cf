import { type UsageQuestion, usageQuestion } from "@/lib/domain/billable-usage";
import { type ContractBilling, meteredPeriods } from "@/lib/domain/contract-billing";
import type { DayRange } from "@/lib/domain/day";
import type { Decimal } from "@/lib/domain/decimal";
import type { Tenant } from "@/lib/domain/environment";
import { DomainError } from "@/lib/domain/errors";
import { environmentStore } from "@/lib/store/connections";
import { listMeteredTerms, readContractBillings } from "@/lib/store/contract-billings";
import { findMeters } from "@/lib/store/meters";
import type { UsageSource } from "@/lib/store/usage";

/** The value of a meter in a period of a contract; undefined when it was not asked for. */
export type BilledUsage = (contractId: string, meterId: string, servicePeriod: DayRange) => Decimal | undefined;

/**
 * Reads every value that billing these contracts may look at now, before any row is locked: a lock must not wait for another store.
 * Usage that arrives between this and the commit is as late as usage that arrives after it.
 */
export async function readBilledUsage(
  tenant: Tenant,
  contractIds: readonly string[],
  now: Date,
  source: UsageSource,
  giveUp?: AbortSignal,
): Promise<BilledUsage> {
  const { pool } = environmentStore(tenant.environment);
  const billings = await readContractBillings(tenant, pool, contractIds, "none", now);
  const questions = await questionsOf(tenant, billings, now);
  const values = questions.size === 0 ? [] : await ask(tenant, source, [...questions.values()], giveUp);
  const answers = new Map([...questions.keys()].map((key, at) => [key, values[at]]));
  return (contractId, meterId, servicePeriod) => answers.get(keyOf(contractId, meterId, servicePeriod));
}

/** The events cannot be read now; the database of the invoices can. */
export class UsageAway extends Error {}

async function ask(
  tenant: Tenant,
  source: UsageSource,
  questions: readonly UsageQuestion[],
  giveUp: AbortSignal | undefined,
): Promise<Decimal[]> {
  return source.meterValues(tenant, questions, giveUp).catch((error: unknown) => {
    const isAway = error instanceof DomainError && error.code === "SERVICE_UNAVAILABLE";
    throw isAway ? new UsageAway("Usage cannot be read now", { cause: error }) : error;
  });
}

/** Each question once, though two items may bill the same meter. */
async function questionsOf(
  tenant: Tenant,
  billings: readonly ContractBilling[],
  now: Date,
): Promise<ReadonlyMap<string, UsageQuestion>> {
  const { pool } = environmentStore(tenant.environment);
  const wanted = billings.flatMap((billing) =>
    meteredPeriods(billing, now).map((period) => ({ ...period, contract: billing.contract })),
  );
  if (wanted.length === 0) return new Map();
  const meters = await findMeters(tenant, pool, [...new Set(wanted.map(({ meterId }) => meterId))]);
  const customerIds = [...new Set(wanted.map(({ contract }) => contract.customerId))];
  const terms = await listMeteredTerms(tenant, pool, customerIds);
  const questions = new Map<string, UsageQuestion>();
  for (const { contract, meterId, servicePeriod } of wanted) {
    const meter = meters.get(meterId);
    const key = keyOf(contract.id, meterId, servicePeriod);
    if (!meter || questions.has(key)) continue;
    const others = terms.filter((one) => one.meterId === meterId && one.customerId === contract.customerId);
    questions.set(
      key,
      usageQuestion(
        meter,
        contract,
        others.map(({ term }) => term),
        servicePeriod,
      ),
    );
  }
  return questions;
}

const keyOf = (contractId: string, meterId: string, { start, end }: DayRange): string =>
  `${contractId} ${meterId} ${start} ${end}`;
